/** The one API convention over HTTP: parameters, headers, answers and errors, and the operations whose shape no kind changes. */
package throughline.http;
