package dev.synchronizer.sample.site;

import dev.synchronizer.annotation.Property;
import java.time.LocalDateTime;
import java.util.UUID;

/** When an item is public, and where it was imported from; no content type by itself. */
public abstract class PublishedContent {
    @Property(groupName = "Publishing", order = 10, description = "Hidden from visitors before this moment")
    private LocalDateTime publishFrom;

    @Property(groupName = "Publishing", order = 20, description = "Hidden from visitors after this moment")
    private LocalDateTime publishUntil;

    @Property(groupName = "Publishing", order = 30, visible = false, editable = false)
    private UUID importKey;

    public LocalDateTime getPublishFrom() {
        return publishFrom;
    }

    public void setPublishFrom(LocalDateTime publishFrom) {
        this.publishFrom = publishFrom;
    }

    public LocalDateTime getPublishUntil() {
        return publishUntil;
    }

    public void setPublishUntil(LocalDateTime publishUntil) {
        this.publishUntil = publishUntil;
    }

    public UUID getImportKey() {
        return importKey;
    }

    public void setImportKey(UUID importKey) {
        this.importKey = importKey;
    }
}
