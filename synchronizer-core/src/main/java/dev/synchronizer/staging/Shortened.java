package dev.synchronizer.staging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Answers that fit into what can be sent at once: what a server holds goes first, and then words. */
final class Shortened {
    /** For what stands around the answers. */
    private static final int ROOM = 1_000;

    private Shortened() {}

    static List<Answer> to(int limit, List<Answer> answers) {
        List<Answer> all =
                new ArrayList<>(answers.stream().map(Shortened::inShort).toList());
        long[] sizes = all.stream().mapToLong(Shortened::size).toArray();
        long total = LongStream.of(sizes).sum() + ROOM;
        List<Integer> longestFirst = IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer at) -> sizes[at]).reversed())
                .toList();
        for (int at : longestFirst) {
            if (total > limit && all.get(at).outcome() == Answer.Outcome.CONFLICT) {
                all.set(at, withoutState(all.get(at)));
                total += size(all.get(at)) - sizes[at];
            }
        }
        if (total > limit) {
            all.replaceAll(answer -> words(answer, 1, 100, 1));
        }
        return all;
    }

    private static Answer inShort(Answer answer) {
        return words(answer, 20, 2_000, 100);
    }

    private static long size(Answer answer) {
        return AnswerJson.write(answer).getBytes(StandardCharsets.UTF_8).length + 1L;
    }

    /** A conflict that says nothing of what there is cannot be taken over. */
    private static Answer withoutState(Answer answer) {
        List<String> messages = Stream.concat(
                        answer.messages().stream(),
                        Stream.of("what this server holds is too long to be told; see there"))
                .toList();
        return new Answer(answer.outcome(), messages, answer.missing(), List.of(), null);
    }

    private static Answer words(Answer answer, int most, int longest, int mostMissing) {
        return new Answer(
                answer.outcome(),
                answer.messages().stream()
                        .limit(most)
                        .map(message -> message.length() > longest ? message.substring(0, longest) + "…" : message)
                        .toList(),
                answer.missing().stream().limit(mostMissing).toList(),
                answer.clashes(),
                answer.current());
    }
}
