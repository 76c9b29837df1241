/** What commands print: tables, csv, json. */
package workshop.lab.text;
