package dev.synchronizer.task;

import java.util.List;
import java.util.function.Function;

/** Does what tasks say, and keeps what became of them. Safe for use by many threads. */
public interface Deed {
    /** How many it does at once. */
    int most();

    /**
     * Does some of different keys, one after the other.
     *
     * @return those of them that nobody else has taken meanwhile
     */
    List<Done> run(List<Claim> claims);

    /** One that does each by itself. */
    static Deed each(Function<Claim, Done> deed) {
        return new Deed() {
            @Override
            public int most() {
                return 1;
            }

            @Override
            public List<Done> run(List<Claim> claims) {
                return claims.stream().map(deed).toList();
            }
        };
    }
}
