package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.annotation.Ignore;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.Block;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Items as objects of model classes, through their public accessors. */
class ContentTypedAccessTest {
    @TempDir
    Path folder;

    public enum Mood {
        CALM,
        LIVELY
    }

    @ContentType(kind = ContentKind.BLOCK)
    public record Teaser(
            String title, @Property(localized = true) String text, int weight) {}

    public interface Dated {
        LocalDate getDay();

        void setDay(LocalDate day);
    }

    public abstract static class Page<K> implements Dated {
        private K key;
        private LocalDate day;

        public K getKey() {
            return key;
        }

        public void setKey(K key) {
            this.key = key;
        }

        @Override
        public LocalDate getDay() {
            return day;
        }

        @Override
        public void setDay(LocalDate day) {
            this.day = day;
        }
    }

    @ContentType(name = "Story")
    public static class Article extends Page<URI> {
        private String title = "untitled";
        private String intro;
        private boolean open;
        private int count = 5;
        private float score;
        private Mood mood;
        private OffsetDateTime at;
        private List<String> tags = new ArrayList<>();
        private Set<Mood> moods;
        private ContentReference related;
        private Teaser lead;
        private List<Teaser> teasers;
        private String ignored = "mine";

        @Property(name = "heading")
        public String getTitle() {
            return title;
        }

        public Article setTitle(String value) {
            title = value;
            return this;
        }

        @Property(localized = true, type = DataType.TEXT)
        public String getIntro() {
            return intro;
        }

        public void setIntro(String value) {
            intro = value;
        }

        public boolean isOpen() {
            return open;
        }

        public void setOpen(boolean value) {
            open = value;
        }

        public int getCount() {
            return count;
        }

        public void setCount(int value) {
            count = value;
        }

        public float getScore() {
            return score;
        }

        public void setScore(float value) {
            score = value;
        }

        public Mood getMood() {
            return mood;
        }

        public void setMood(Mood value) {
            mood = value;
        }

        public OffsetDateTime getAt() {
            return at;
        }

        public void setAt(OffsetDateTime value) {
            at = value;
        }

        public List<String> getTags() {
            return tags;
        }

        public void setTags(List<String> value) {
            tags = value;
        }

        public Set<Mood> getMoods() {
            return moods;
        }

        public void setMoods(Set<Mood> value) {
            moods = value;
        }

        public ContentReference getRelated() {
            return related;
        }

        public void setRelated(ContentReference value) {
            related = value;
        }

        public Teaser getLead() {
            return lead;
        }

        public void setLead(Teaser value) {
            lead = value;
        }

        public List<Teaser> getTeasers() {
            return teasers;
        }

        public void setTeasers(List<Teaser> value) {
            teasers = value;
        }

        @Ignore
        public String getIgnored() {
            return ignored;
        }

        public void setIgnored(String value) {
            ignored = value;
        }
    }

    @ContentType
    public record Person(
            String name,
            @Nullable LocalDate born,
            List<String> mails,
            int age,
            @Ignore String note) {}

    private Site start(Product product) throws URISyntaxException {
        return Site.start(product, classesOf("ContentTypedAccessTest"));
    }

    /** Only these classes, of all that the tests were compiled to. */
    private Path classesOf(String test) throws URISyntaxException {
        Path classes = Path.of(
                getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
        ModelJar jar = ModelJar.of().version("site", "1.0");
        String base = "dev/synchronizer/behaviour/";
        for (String name : List.of("", "$Mood", "$Teaser", "$Dated", "$Page", "$Article", "$Person")) {
            String entry = base + test + name + ".class";
            jar.entry(entry, ModelJar.bytesOf(classes.resolve(entry)));
        }
        return jar.jar(folder.resolve("typed.jar"));
    }

    private static Article article() {
        Article article = new Article().setTitle("T");
        article.setKey(URI.create("urn:x"));
        article.setDay(LocalDate.of(2026, 1, 31));
        article.setIntro("Hallo");
        article.setOpen(true);
        article.setScore(0.5f);
        article.setMood(Mood.LIVELY);
        article.setAt(OffsetDateTime.of(2026, 1, 31, 12, 0, 0, 0, ZoneOffset.UTC));
        article.setTags(List.of("a", "b"));
        article.setMoods(Set.of(Mood.CALM));
        article.setLead(new Teaser("L", "de L", 1));
        article.setTeasers(List.of(new Teaser("one", "de one", 1), new Teaser("two", "de two", 2)));
        return article;
    }

    @OnEveryDatabase
    void aBeanComesBackAsItWasSaved(Product product) throws Exception {
        try (Site site = start(product)) {
            Article given = article();

            Item made = site.items().create("Ada", "A", null, given, "de");

            assertThat(made.type()).isEqualTo("Story");
            assertThat(made.get("heading")).contains("T");
            assertThat(made.get("mood")).contains("LIVELY");
            assertThat(made.values().languages("intro")).containsExactly("de");
            assertThat(made.values().properties()).doesNotContain("ignored", "title", "related");
            Article read = site.items().get(made.id(), Article.class, "de-CH");
            assertThat(read).usingRecursiveComparison().isEqualTo(given);
            assertThat(site.items().get(made.id(), Article.class, "en").getIntro())
                    .isNull();
        }
    }

    @OnEveryDatabase
    void aSaveChangesWhatTheObjectHoldsOtherwiseAndNothingElse(Product product) throws Exception {
        try (Site site = start(product)) {
            Item made = site.items().create("Ada", "A", null, article(), "de");
            Block lead = (Block) made.get("lead").orElseThrow();
            List<?> teasers = (List<?>) made.get("teasers").orElseThrow();
            Block second = new Block(((Block) teasers.get(1)).values().with("text", "en", "en two"));
            Item translated = site.items()
                    .save(
                            "Bob",
                            made.with("intro", "en", "Hello")
                                    .with("lead", new Block(lead.values().with("text", "en", "en L")))
                                    .with("teasers", List.of(teasers.get(0), second))
                                    .without("count"));
            Article read = site.items().get(made.id(), Article.class, "de");
            assertThat(site.items().save("Ada", made.id(), 2, read, "de")).isEqualTo(translated);

            read.setIntro("Guten Tag");
            read.setLead(new Teaser("L2", "de L", 1));
            read.setTeasers(List.of(new Teaser("two", "de two", 2), new Teaser("new", "neu", 3)));
            Item saved = site.items().save("Ada", made.id(), 2, read, "de");

            assertThat(saved.revision()).isEqualTo(3);
            assertThat(saved.get("intro", "de")).contains("Guten Tag");
            assertThat(saved.get("intro", "en")).contains("Hello");
            assertThat(saved.get("count"))
                    .as("0 is not said where nothing stands")
                    .isEmpty();
            Block newLead = (Block) saved.get("lead").orElseThrow();
            assertThat(newLead.values().get("title")).contains("L2");
            assertThat(newLead.values().get("text", "en")).contains("en L");
            assertThat(((List<?>) saved.get("teasers").orElseThrow()).get(0))
                    .as("a block that only moved keeps its other languages")
                    .isEqualTo(second);
        }
    }

    @OnEveryDatabase
    void aRecordComesBackAsItWasSavedAndEmptyWhereThereIsNothing(Product product) throws Exception {
        try (Site site = start(product)) {
            Item made = site.items().create("Ada", "P", new Person("Ada", null, List.of("a@b"), 36, "mine"));
            Item empty = site.items().create("Ada", NewItem.of("Person", "Nobody"));

            assertThat(site.items().get(made.id(), Person.class))
                    .isEqualTo(new Person("Ada", null, List.of("a@b"), 36, null));
            assertThat(site.items().get(empty.id(), Person.class))
                    .isEqualTo(new Person(null, null, List.of(), 0, null));
        }
    }

    @OnEveryDatabase
    void classesOfAnotherClassLoaderWorkToo(Product product) throws Exception {
        Path jar = ModelJar.of(
                        "package com.other; import dev.synchronizer.annotation.*;"
                                + " @ContentType public record Note(String text, Kind kind) {}",
                        "package com.other; public enum Kind { SHORT, LONG }")
                .version("other", "1.0")
                .jar(folder.resolve("other.jar"));
        try (Site site = Site.start(product, jar);
                URLClassLoader loader = new URLClassLoader(
                        new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> note = loader.loadClass("com.other.Note");
            Item made = site.items()
                    .create("Ada", NewItem.of("Note", "N").with("text", "T").with("kind", "LONG"));

            Object read = site.items().get(made.id(), note);

            Method kind = note.getMethod("kind");
            assertThat(kind.invoke(read).toString()).isEqualTo("LONG");
            assertThat(site.items().create("Ada", "Copy", read).values()).isEqualTo(made.values());
        }
    }

    @ContentType
    static class Hidden {}

    @OnEveryDatabase
    void whyAClassCannotBeUsedIsSaid(Product product) throws Exception {
        try (Site site = start(product)) {
            Item person = site.items().create("Ada", NewItem.of("Person", "P"));

            assertThat(refused(() -> site.items().get(person.id(), Article.class)))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.NO_TYPED_ACCESS);
            assertThat(refused(() -> site.items().get(person.id(), String.class))
                            .get(0)
                            .message())
                    .isEqualTo("it is not annotated with @ContentType");
            assertThat(refused(() -> site.items().create("Ada", "x", new Hidden()))
                            .get(0)
                            .message())
                    .isEqualTo("it is not public");
            assertThat(refused(() -> site.items().get(new java.util.UUID(1, 2), Person.class)))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.NO_SUCH_ITEM);
        }
    }
}
