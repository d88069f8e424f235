package dev.synchronizer.sample.site.page;

import dev.synchronizer.annotation.AllowedTypes;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.List;

/** An issue of the monthly letter to the museum's friends. */
@ContentType(groupName = "Stories", order = 50, access = "editors", allowedParents = HomePage.class)
public class Newsletter extends SitePage {
    @Positive
    @Property(displayName = "Issue", order = 10)
    private int issueNumber;

    @Property(order = 20)
    private Instant sentAt;

    @AllowedTypes({Article.class, Exhibition.class})
    @Property(order = 30)
    private List<ContentReference> contents = List.of();

    public int getIssueNumber() {
        return issueNumber;
    }

    public void setIssueNumber(int issueNumber) {
        this.issueNumber = issueNumber;
    }

    public Instant getSentAt() {
        return sentAt;
    }

    public void setSentAt(Instant sentAt) {
        this.sentAt = sentAt;
    }

    public List<ContentReference> getContents() {
        return contents;
    }

    public void setContents(List<ContentReference> contents) {
        this.contents = contents;
    }
}
