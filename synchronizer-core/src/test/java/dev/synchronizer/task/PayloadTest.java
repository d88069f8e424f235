package dev.synchronizer.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.task.Payload.About;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Payloads of one thing that are told as one. */
class PayloadTest {
    private static final About ARTICLE = new About("Article", null, null, null, new TreeSet<>(List.of("title")));

    private static SubjectState state(String title) {
        return SubjectState.empty().with("values.title", title);
    }

    private static Payload edit(int from) {
        return Payload.of(
                ARTICLE,
                from + 1L,
                new StateChange(state("\"" + from + "\""), state("\"" + (from + 1) + "\"")),
                Stamps.none());
    }

    @Test
    void severalSayWhatWasThereBeforeTheFirstAndWhatThereIsSinceTheLast() {
        List<Payload> later = new ArrayList<>();
        List<String> digests = new ArrayList<>(List.of(state("\"1\"").digest()));
        for (int from = 2; from <= 400; from++) {
            later.add(edit(from));
            digests.add(state("\"" + from + "\"").digest());
        }

        Payload all = edit(1).then(later);

        assertThat(all.before()).isEqualTo(state("\"1\""));
        assertThat(all.after()).isEqualTo(state("\"401\""));
        assertThat(all.base().revision()).isEqualTo(1);
        assertThat(all.revision()).isEqualTo(401);
        assertThat(all.base().digests()).isEqualTo(digests);
    }

    @Test
    void whereItIsNotKnownOfOneWhatWasThereItIsNotOfAll() {
        Payload whole = Payload.whole(ARTICLE, 3, state("\"3\""), Stamps.none());

        assertThat(edit(1).then(List.of(edit(2), whole, edit(3))).base()).isEqualTo(Payload.Base.unknown());
        assertThat(whole.then(List.of(edit(3))).base()).isEqualTo(Payload.Base.unknown());
        assertThat(whole.then(List.of(edit(3))).after()).isEqualTo(state("\"4\""));
    }

    @Test
    void oneAloneStaysAsItIs() {
        assertThat(edit(1).then(List.of())).isEqualTo(edit(1));
    }
}
