package throughline.http;

/** In which order a request passes what stands before the operations; Quarkus' own filters (CORS, login) come at 300 and less. */
final class Order {

    static final int FIGURES = 1100;
    static final int HEADERS = 1000;
    static final int STOPPING = 975;
    static final int HEAD = 950;
    static final int ADDRESS = 900;
    static final int BODY = 800;
    static final int ANSWER = 700;

    /** Behind the login: who asks is known. */
    static final int IDENTIFIED = 50;

    private Order() {}
}
