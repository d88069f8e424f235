package dev.synchronizer.behaviour;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.annotation.Ignore;
import dev.synchronizer.annotation.Property;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The model class {@code Article}, of a content type {@code Story}, with a property of each kind that classes have. */
final class Stories {
    private Stories() {}

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

    static Path jar(Path folder, Class<?>... more) {
        List<Class<?>> models =
                new ArrayList<>(List.of(Mood.class, Teaser.class, Dated.class, Page.class, Article.class));
        models.addAll(List.of(more));
        return TypedModels.jar(folder, models.toArray(Class<?>[]::new));
    }

    /** One that holds something in nearly all of its properties. */
    static Article article() {
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
}
