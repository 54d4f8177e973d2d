/** Carries what a convening learns through to what is done about it. */
package throughline;
