package workshop.lab.text;

import workshop.settings.Printable;
import workshop.settings.Terminal;

/** How an answer is written. */
public enum Format {
    /** For people: aligned columns, control characters made visible. */
    TABLE {
        @Override
        public String write(Rows rows) {
            return Table.write(rows);
        }
    },
    /** RFC 4180, see {@link Csv}. At a terminal, control characters are made visible; in a file or a pipe they stay. */
    CSV {
        @Override
        public String write(Rows rows) {
            String csv = Csv.write(rows);
            return Terminal.isThere() ? Printable.lines(csv) : csv;
        }
    },
    /** An array of objects, amounts as numbers with all their decimals. */
    JSON {
        @Override
        public String write(Rows rows) {
            return JsonText.written(json -> JsonRows.write(json, rows));
        }
    };

    public abstract String write(Rows rows);
}
