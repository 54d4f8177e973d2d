/** The embedded PostgreSQL: unpacked, made, started and ended by the server itself; and the look at one of the operator's own. */
package throughline.database;
