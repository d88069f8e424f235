package dev.synchronizer.sample.site.media;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.annotation.Suppress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;

/** A file for visitors to download. */
@ContentType(kind = ContentKind.MEDIA, groupName = "Media", order = 20, icon = "file", locked = "*")
public class Document extends MediaFile {
    @NotNull
    @Property(order = 40)
    private Locale language;

    /** The pattern cannot be overridden anyway; it is named so that nobody asks. */
    @Pattern(regexp = "[0-9a-f]{64}")
    @Property(
            order = 50,
            editable = false,
            description = "SHA-256",
            locked = {"editable", "pattern"})
    @Suppress("CT211")
    private String checksum;

    public Locale getLanguage() {
        return language;
    }

    public void setLanguage(Locale language) {
        this.language = language;
    }

    public String getChecksum() {
        return checksum;
    }

    public void setChecksum(String checksum) {
        this.checksum = checksum;
    }
}
