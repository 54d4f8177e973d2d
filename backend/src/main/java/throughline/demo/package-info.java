/** The demo registry: what public sources say of a convening and of what came of it, beside one example that is labelled as such. */
package throughline.demo;
