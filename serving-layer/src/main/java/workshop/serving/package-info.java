/** The merged view in PostgreSQL: its tables, roles and views, made by migrations ({@link workshop.serving.Migrations}). */
@NullMarked
package workshop.serving;

import org.jspecify.annotations.NullMarked;
