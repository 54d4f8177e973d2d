/**
 * Convenings: when the people who shape a field met, who took part, and what was on the table.
 *
 * <p>Owns tables {@code convening}, {@code convening_session} and {@code participant}. What a convening refers to, it knows by id alone.
 */
package throughline.convening;
