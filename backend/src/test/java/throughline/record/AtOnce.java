package throughline.record;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several people who begin in the same moment, each in a thread of their own however few processors there are. */
final class AtOnce {

    private AtOnce() {}

    static <T> List<T> each(int people, IntFunction<T> does) {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        CyclicBarrier ready = new CyclicBarrier(people);
        try {
            List<Callable<T>> all = IntStream.range(0, people)
                    .<Callable<T>>mapToObj(i -> () -> {
                        ready.await();
                        return does.apply(i);
                    })
                    .toList();
            return threads.invokeAll(all).stream().map(AtOnce::result).toList();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            threads.shutdown();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }
}
