/** Who asks: until accounts come, the operator by a key. */
package throughline.people;
