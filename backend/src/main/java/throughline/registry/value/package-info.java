/**
 * The values that records are made of, each with its own check and its one normal form.
 *
 * <p>Plain Java: nothing here knows a framework, the database or a kind.
 */
package throughline.registry.value;
