package dev.synchronizer.integration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a receiver of a webhook has answered, apart from a body, which nobody looks at.
 *
 * @param retryAfter how long it wants to be left alone, in its own words
 */
record WebhookAnswer(int status, Optional<String> retryAfter) {
    /** Of those that blame the request, the ones that have to do with who asks, where or when: they may pass. */
    private static final Set<Integer> PASSING = Set.of(401, 402, 403, 404, 405, 407, 409, 421, 423, 424, 426, 428);

    /** Who answers so takes in nothing from anybody for now. */
    private static final Set<Integer> AWAY = Set.of(408, 425, 429);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    /**
     * Does nothing if it has taken the event.
     *
     * @throws ConnectorException otherwise
     */
    void judge(String host, Clock clock) {
        if (status >= 200 && status <= 299) {
            return;
        }
        ConnectorException failure = status >= 500 || AWAY.contains(status)
                ? ConnectorException.unreachable(words(host), null)
                : new ConnectorException(outcome(), words(host));
        throw pause(clock.instant()).map(failure::retryAfter).orElse(failure);
    }

    private Outcome outcome() {
        boolean refused = status >= 400 && status <= 499 && !PASSING.contains(status) && !AWAY.contains(status);
        return refused ? Outcome.ERROR_AND_SKIP : Outcome.ERROR;
    }

    private String words(String host) {
        String what = "the webhook at " + host + " answered with status " + status;
        if (status >= 300 && status <= 399) {
            return what + ", a redirect, which is not followed; give the connector the URL that it leads to";
        }
        return outcome() == Outcome.ERROR_AND_SKIP ? what + " and so will never take this event" : what;
    }

    private Optional<Duration> pause(Instant now) {
        return retryAfter
                .map(String::strip)
                .flatMap(text -> SECONDS.matcher(text).matches()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : until(text, now))
                .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            Instant end = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return end.isAfter(now) ? Optional.of(Duration.between(now, end)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
