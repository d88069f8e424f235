package dev.synchronizer.saving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuardTest {
    private final Guard guard = new Guard();

    private static Subject item(int number) {
        return Subject.ofItem(new UUID(7, number), "Article", "Item " + number);
    }

    @Test
    void aHandlerEntersOnceForAnItemAndALanguage() {
        assertThat(guard.enters("a", item(1), List.of(""))).isTrue();
        assertThat(guard.enters("a", item(1), List.of(""))).isFalse();
        assertThat(guard.enters("b", item(1), List.of(""))).isTrue();
        assertThat(guard.enters("a", item(2), List.of(""))).isTrue();
        assertThat(guard.enters("a", item(1), List.of("", "de"))).isTrue();
        assertThat(guard.enters("a", item(1), List.of("de", ""))).isFalse();
        assertThat(guard.enters("a", item(1), List.of())).isFalse();

        guard.forget();

        assertThat(guard.enters("a", item(1), List.of(""))).isTrue();
    }

    @Test
    void itTellsApartWhateverIsTold() {
        record Call(int handler, SubjectKind kind, int subject, String language) {}
        Set<Call> known = new HashSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            SubjectKind kind = random.nextInt(3) == 0 ? SubjectKind.MODEL : SubjectKind.ITEM;
            Call call = new Call(
                    random.nextInt(150),
                    kind,
                    random.nextInt(40),
                    List.of("", "de", "en").get(random.nextInt(3)));
            Subject subject = kind == SubjectKind.ITEM
                    ? item(call.subject())
                    : new Subject(kind, "Type" + call.subject(), "Type" + call.subject(), "Type" + call.subject());

            boolean entered = guard.enters("handler " + call.handler(), subject, List.of(call.language()));

            assertThat(entered).as("%s", call).isEqualTo(known.add(call));
        }
    }

    @Test
    void manyHandlersOfManyItemsTakeOneEntryForEachItem() {
        for (int handler = 0; handler < 10; handler++) {
            String name = "handler " + handler;
            IntStream.range(0, 1_000)
                    .forEach(number -> assertThat(guard.enters(name, item(number), List.of("")))
                            .isTrue());
        }

        assertThat(guard.size()).isEqualTo(1_000);
    }
}
