package throughline.contract;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;

/** Puts the check before every test of this suite; named in {@code META-INF/services}. */
public final class EveryAnswerIsChecked implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> testClass) {
        RestAssured.replaceFiltersWith(new AnswerCheck());
    }
}
