package dev.synchronizer.sample.site.page;

import dev.synchronizer.annotation.AllowedTypes;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.sample.site.block.Quote;
import dev.synchronizer.sample.site.people.Person;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** A story from the museum and its collection. */
@ContentType(
        guid = "0c5a8f52-2b6c-4a3f-b1d5-9f8f3f7f6a03",
        displayName = "Story",
        description = "A story from the museum and its collection",
        groupName = "Magazine",
        order = 15,
        icon = "text")
public class Article extends SitePage {
    @NotBlank
    @Size(max = 200)
    @Property(order = 10, localized = true, searchable = true)
    private String teaser;

    @Size(max = 80)
    @Property(order = 20)
    private String subtitle;

    @Size(max = 8000)
    @Property(order = 30, prompt = "What is new about it")
    private String background;

    @NotBlank
    @Property(type = DataType.RICH_TEXT, order = 40, localized = true, searchable = true)
    private String body;

    @NotNull
    @Property(order = 50, defaultValue = "ART")
    private Topic topic;

    @Size(max = 12)
    @Property(order = 60, searchable = true)
    private Set<String> tags = Set.of();

    @Min(1)
    @Max(30)
    @Property(displayName = "Reading time", description = "In minutes", order = 70, defaultValue = "4")
    private int readingMinutes;

    @AllowedTypes(Person.class)
    @Property(order = 80)
    private ContentReference author;

    @AllowedTypes({Article.class, Exhibition.class})
    @Property(order = 90)
    private Set<ContentReference> related = Set.of();

    @Property(displayName = "Pull quote", order = 100)
    private Quote pullQuote;

    @Property(order = 120, description = "Who contributed")
    private String credits;

    public String getTeaser() {
        return teaser;
    }

    public void setTeaser(String teaser) {
        this.teaser = teaser;
    }

    public String getSubtitle() {
        return subtitle;
    }

    public void setSubtitle(String subtitle) {
        this.subtitle = subtitle;
    }

    public String getBackground() {
        return background;
    }

    public void setBackground(String background) {
        this.background = background;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public Topic getTopic() {
        return topic;
    }

    public void setTopic(Topic topic) {
        this.topic = topic;
    }

    public Set<String> getTags() {
        return tags;
    }

    public void setTags(Set<String> tags) {
        this.tags = tags;
    }

    public int getReadingMinutes() {
        return readingMinutes;
    }

    public void setReadingMinutes(int readingMinutes) {
        this.readingMinutes = readingMinutes;
    }

    public ContentReference getAuthor() {
        return author;
    }

    public void setAuthor(ContentReference author) {
        this.author = author;
    }

    public Set<ContentReference> getRelated() {
        return related;
    }

    public void setRelated(Set<ContentReference> related) {
        this.related = related;
    }

    public Quote getPullQuote() {
        return pullQuote;
    }

    public void setPullQuote(Quote pullQuote) {
        this.pullQuote = pullQuote;
    }

    public String getCredits() {
        return credits;
    }

    public void setCredits(String credits) {
        this.credits = credits;
    }
}
