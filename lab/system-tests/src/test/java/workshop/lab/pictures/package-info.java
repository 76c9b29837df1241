/** Makes every file of images/: {@code lab/pictures}. Its test holds them against the pages at every build, without a browser. */
package workshop.lab.pictures;
