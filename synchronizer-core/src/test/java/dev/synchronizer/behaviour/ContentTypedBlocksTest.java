package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Translated.block;
import static dev.synchronizer.behaviour.Translated.parts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Lists of blocks that hold lists of blocks, saved as beans without equality: each keeps its own translations. */
class ContentTypedBlocksTest {
    @TempDir
    Path folder;

    @ContentType(kind = ContentKind.BLOCK)
    public static class Inner {
        private String text;

        @Property(localized = true)
        public String getText() {
            return text;
        }

        public void setText(String value) {
            text = value;
        }
    }

    @ContentType(kind = ContentKind.BLOCK)
    public static class Outer extends Inner {
        private int weight;
        private List<Inner> inner;

        public int getWeight() {
            return weight;
        }

        public void setWeight(int value) {
            weight = value;
        }

        public List<Inner> getInner() {
            return inner;
        }

        public void setInner(List<Inner> value) {
            inner = value;
        }
    }

    @ContentType
    public static class Page {
        private List<Outer> parts;
        private Set<Outer> loose;

        public List<Outer> getParts() {
            return parts;
        }

        public void setParts(List<Outer> value) {
            parts = value;
        }

        public Set<Outer> getLoose() {
            return loose;
        }

        public void setLoose(Set<Outer> value) {
            loose = value;
        }
    }

    private static Inner inner(String text) {
        Inner inner = new Inner();
        inner.setText(text);
        return inner;
    }

    private static Outer outer(String text, String... inner) {
        Outer outer = new Outer();
        outer.setText(text);
        outer.setInner(
                List.of(inner).stream().map(ContentTypedBlocksTest::inner).toList());
        return outer;
    }

    /** What an item holds after an English object of it was changed; at first it holds three parts. */
    private String after(Product product, Consumer<List<Outer>> change) {
        try (Site site = Site.start(product, TypedModels.jar(folder, Inner.class, Outer.class, Page.class))) {
            Item made = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Page", "P")
                                    .with(
                                            "parts",
                                            List.of(
                                                    block("one", "i1", "i2"),
                                                    block("two", "j1"),
                                                    block("three", "k1"))));
            Page page = site.items().get(made.id(), Page.class, "en");
            change.accept(page.getParts());
            return parts(site.items().save("Ada", made.id(), 1, page, "en"), "parts");
        }
    }

    @OnEveryDatabase
    void oneThatGoesTakesItsTranslationsAlong(Product product) {
        assertThat(after(product, parts -> parts.remove(0))).isEqualTo("two/TWO(j1/J1) three/THREE(k1/K1)");
        assertThat(after(product, parts -> parts.get(0).getInner().remove(0)))
                .isEqualTo("one/ONE(i2/I2) two/TWO(j1/J1) three/THREE(k1/K1)");
    }

    @OnEveryDatabase
    void thoseThatChangePlacesKeepTheirTranslations(Product product) {
        assertThat(after(product, parts -> Collections.swap(parts, 0, 2)))
                .isEqualTo("three/THREE(k1/K1) two/TWO(j1/J1) one/ONE(i1/I1 i2/I2)");
        assertThat(after(product, parts -> Collections.swap(parts.get(0).getInner(), 0, 1)))
                .isEqualTo("one/ONE(i2/I2 i1/I1) two/TWO(j1/J1) three/THREE(k1/K1)");
    }

    @OnEveryDatabase
    void oneThatComesHasNoTranslations(Product product) {
        assertThat(after(product, parts -> parts.add(0, outer("new", "n1"))))
                .isEqualTo("new/-(n1/-) one/ONE(i1/I1 i2/I2) two/TWO(j1/J1) three/THREE(k1/K1)");
        assertThat(after(product, parts -> parts.get(1).getInner().add(0, inner("n1"))))
                .isEqualTo("one/ONE(i1/I1 i2/I2) two/TWO(n1/- j1/J1) three/THREE(k1/K1)");
    }

    @OnEveryDatabase
    void oneThatIsChangedKeepsItsTranslations(Product product) {
        assertThat(after(product, parts -> parts.get(1).setText("deux")))
                .isEqualTo("one/ONE(i1/I1 i2/I2) deux/TWO(j1/J1) three/THREE(k1/K1)");
        assertThat(after(product, parts -> parts.get(0).getInner().get(1).setText("i9")))
                .isEqualTo("one/ONE(i1/I1 i9/I2) two/TWO(j1/J1) three/THREE(k1/K1)");
        assertThat(after(product, parts -> {
                    parts.get(1).setText("deux");
                    parts.get(1).getInner().get(0).setText("j9");
                    parts.add(outer("new"));
                }))
                .as("between the same neighbours")
                .isEqualTo("one/ONE(i1/I1 i2/I2) deux/TWO(j9/J1) three/THREE(k1/K1) new/-()");
    }

    @OnEveryDatabase
    void oneThatIsChangedWhereOthersGoIsKnownByWhatItShares(Product product) {
        assertThat(after(product, parts -> {
                    parts.remove(0);
                    parts.get(0).setText("deux");
                    Collections.swap(parts, 0, 1);
                }))
                .isEqualTo("three/THREE(k1/K1) deux/TWO(j1/J1)");
    }

    @OnEveryDatabase
    void nothingIsGuessedFromWhatAllOfThemHave(Product product) {
        assertThat(after(product, parts -> {
                    parts.clear();
                    parts.add(outer("quite", "other"));
                }))
                .as("weight is 0 in all of them")
                .isEqualTo("quite/-(other/-)");
    }

    @OnEveryDatabase
    void setsHaveNoPositionsToGoBy(Product product) {
        try (Site site = Site.start(product, TypedModels.jar(folder, Inner.class, Outer.class, Page.class))) {
            Item made = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Page", "P").with("loose", Set.of(block("one", "i1"), block("two", "j1"))));
            Page page = site.items().get(made.id(), Page.class, "en");
            page.getLoose().forEach(outer -> outer.setWeight(7));
            page.getLoose().removeIf(outer -> outer.getText().equals("one"));
            page.getLoose().add(outer("new", "n1"));
            page.getLoose().add(outer("newer", "n2"));

            Item saved = site.items().save("Ada", made.id(), 1, page, "en");

            assertThat(parts(saved, "loose").split(" "))
                    .containsExactlyInAnyOrder("new/-(n1/-)", "newer/-(n2/-)", "two/TWO(j1/J1)");
        }
    }

    @ContentType(kind = ContentKind.BLOCK)
    public record Line(@Property(localized = true) String text) {}

    @ContentType(kind = ContentKind.BLOCK)
    public record Stanza(@Property(localized = true) String text, int weight, List<Line> inner) {}

    @ContentType
    public record Poem(List<Stanza> parts) {}

    @OnEveryDatabase
    void recordsAreToldApartLikeBeans(Product product) {
        try (Site site = Site.start(product, TypedModels.jar(folder, Line.class, Stanza.class, Poem.class))) {
            Item made = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Poem", "P")
                                    .with("parts", List.of(block("one", "i1", "i2"), block("two", "j1", "j2"))));
            Poem poem = site.items().get(made.id(), Poem.class, "en");
            Stanza two = poem.parts().get(1);
            Stanza shorter = new Stanza(two.text(), 0, List.of(two.inner().get(1)));

            Item saved = site.items()
                    .save(
                            "Ada",
                            made.id(),
                            1,
                            new Poem(List.of(shorter, poem.parts().get(0))),
                            "en");

            assertThat(parts(saved, "parts")).isEqualTo("two/TWO(j2/J2) one/ONE(i1/I1 i2/I2)");
            Poem read = site.items().get(made.id(), Poem.class, "en");
            assertThat(site.items().save("Ada", made.id(), 2, read, "en")).isEqualTo(saved);
        }
    }
}
