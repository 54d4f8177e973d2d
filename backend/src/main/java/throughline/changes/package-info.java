/** What changed, in the order in which it did: the feed by which others keep a mirror of the registry. */
package throughline.changes;
