/**
 * Organizations: who hosts and attends convenings, leads activities, gives and receives grants, provides offerings.
 *
 * <p>Owns table {@code organization}. What an organization refers to, it knows by id alone.
 */
package throughline.organization;
