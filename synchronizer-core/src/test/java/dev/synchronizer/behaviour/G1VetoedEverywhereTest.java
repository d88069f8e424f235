package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.Address;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.RevertScope;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** A veto leaves rows, revisions, the cached types and what other nodes are told untouched, whatever was to be saved. */
class G1VetoedEverywhereTest {
    private static final SubjectKind[] KINDS = {SubjectKind.ITEM, SubjectKind.OVERRIDES, SubjectKind.DEFINITION};
    private static final Address TITLE = Address.parse("Article.title");

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    private static Map<String, Consumer<Site>> deeds(Item item) {
        Map<String, Consumer<Site>> deeds = new LinkedHashMap<>();
        deeds.put("create", site -> site.items().create("Ada", NewItem.of("Article", "B")));
        deeds.put("save", site -> site.items().save("Ada", item.with("title", "New")));
        deeds.put(
                "set",
                site -> site.synchronizer()
                        .overrides()
                        .set("Ada", TITLE, NewSettings.none().with("order", 8)));
        deeds.put("revert", site -> site.synchronizer().overrides().revert("Ada", RevertScope.everything()));
        deeds.put(
                "define",
                site -> site.synchronizer()
                        .definitions()
                        .define("Ada", Definition.of("Note").withProperty("more", "STRING")));
        deeds.put("undefine", site -> site.synchronizer().definitions().undefine("Ada", Address.parse("Note.text")));
        return deeds;
    }

    private static void prepare(Site site) {
        site.synchronizer().overrides().set("Ada", TITLE, NewSettings.none().with("order", 3));
        site.synchronizer().definitions().define("Ada", Definition.of("Note").withProperty("text", "STRING"));
    }

    @OnEveryDatabase
    void nothingHasChangedAnywhere(Product product) {
        AtomicBoolean refusing = new AtomicBoolean();
        Listener meddling = Listener.of("meddling", Serves.stores("main").kinds(SubjectKind.ITEM))
                .onSaving(event -> {
                    if (refusing.get() && !event.subject().name().equals("Nested")) {
                        event.via(Items.class).create("Eve", NewItem.of("Article", "Nested"));
                    }
                });
        Listener house = Listener.of("house-rules", Serves.stores("main").kinds(KINDS))
                .onSaving(event -> {
                    if (refusing.get() && !event.subject().name().equals("Nested")) {
                        throw event.veto("NOT_TODAY", "nothing is saved on Sundays");
                    }
                });
        Hearer hearer = new Hearer("cache", Serves.stores("main").kinds(KINDS));
        try (Site site = Site.start(
                        product, builder -> builder.saveHandler(meddling).saveHandler(house), models());
                Site other = site.another(builder -> builder.saveHandler(hearer), models())) {
            prepare(site);
            Item item = site.items().create("Ada", NewItem.of("Article", "A").with("title", "Old"));
            other.synchronizer().catchUp();
            hearer.heard();

            deeds(item).forEach((name, deed) -> {
                Optional<EffectiveType> type = site.synchronizer().catalog().type("Article");
                long number = site.synchronizer().catalog().changeNumber();
                Map<String, List<String>> before = Rows.contents(site.database());

                refusing.set(true);
                Throwable refusal = catchThrowable(() -> deed.accept(site));

                assertThat(refusal).as(name).isInstanceOf(SaveVetoedException.class);
                assertThat(Rows.contents(site.database())).as(name).isEqualTo(before);
                assertThat(site.synchronizer().catalog().changeNumber())
                        .as(name)
                        .isEqualTo(number);
                assertThat(site.synchronizer().catalog().type("Article").orElseThrow())
                        .as(name)
                        .isSameAs(type.orElseThrow());
                assertThat(site.items().get(item.id()).revision()).as(name).isLessThanOrEqualTo(2);
                other.synchronizer().catchUp();
                assertThat(hearer.heard()).as(name).isEmpty();

                refusing.set(false);
                deed.accept(site);
                assertThat(Rows.contents(site.database())).as(name).isNotEqualTo(before);
                other.synchronizer().catchUp();
                assertThat(hearer.heard()).as(name).isNotEmpty();
            });
        }
    }
}
