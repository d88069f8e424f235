package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.LateHandlers;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.rule.ActionText;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.settings.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** Who is called for a unit of work stays the same until it ends, whoever comes meanwhile (G1). */
class G1UnitsKeepTheirHandlersTest {
    private static final Rule RULE =
            new Rule("odd", "main", List.of(), 0, true, "true", List.of(ActionText.parse("log INFO odd")));

    @TempDir
    Path folder;

    @OnEveryDatabase
    void whoComesInTheMidstOfAUnitIsCalledForTheNextOne(Product product) {
        Path models =
                Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
        AtomicBoolean there = new AtomicBoolean();
        AtomicReference<Synchronizer> node = new AtomicReference<>();
        Listener late = Listener.of("late");
        Listener early = Listener.of("early").onSaved(event -> {
            if (event.subject().name().equals("A")) {
                there.set(true);
                node.get().requireHandlers();
                event.via(Items.class).create("early", NewItem.of("Article", "nested"));
            }
        });
        try (Site site = Site.start(
                product,
                builder -> builder.saveHandler(early)
                        .lateHandlers(() -> there.get()
                                ? Optional.of(new LateHandlers(List.of(late), List.of(), List.of(), List.of()))
                                : Optional.empty()),
                models)) {
            node.set(site.synchronizer());

            site.create("Article", "A");
            assertThat(late.calls()).isEmpty();
            site.create("Article", "B");

            assertThat(late.calls())
                    .allSatisfy(call -> assertThat(call).contains(" B "))
                    .hasSize(3);
        }
    }

    @OnEveryDatabase
    void nobodyIsMadeForARuleThatIsSavedInTheMidstOfAUnit(Product product) {
        Path models =
                Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
        AtomicBoolean within = new AtomicBoolean();
        List<Boolean> made = new ArrayList<>();
        Listener early = Listener.of("early").onSaving(event -> {
            within.set(true);
            try {
                event.via(Rules.class).save("early", RULE);
            } finally {
                within.set(false);
            }
        });
        try (Site site = Site.start(
                product,
                builder -> builder.saveHandler(early).lateHandlers(() -> {
                    made.add(within.get());
                    return Optional.empty();
                }),
                models)) {
            site.create("Article", "A");

            assertThat(site.synchronizer().rules().list()).hasSize(1);
            assertThat(made).contains(false).doesNotContain(true);
        }
    }
}
