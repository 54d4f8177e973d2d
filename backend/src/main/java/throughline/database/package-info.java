/** The embedded PostgreSQL: unpacked, made, started, adopted and ended by the server itself. */
package throughline.database;
