/**
 * The contract: what the resources serve, what the kinds declare and what the files in {@code contract/} say, brought together when the
 * application is built. Nothing here knows a kind.
 */
package throughline.http.contract;
