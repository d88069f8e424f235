package dev.synchronizer.sample.site.block;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;

/** A few words that lead elsewhere. */
@ContentType(kind = ContentKind.BLOCK, groupName = "Blocks", order = 10)
public class Teaser extends Decorated {
    @NotBlank
    @Size(max = 60)
    @Property(order = 10, localized = true)
    private String headline;

    @Size(max = 200)
    @Property(order = 20, localized = true, editorHint = "multiline")
    private String text;

    @NotNull
    @Property(order = 30)
    private URI link;

    public String getHeadline() {
        return headline;
    }

    public void setHeadline(String headline) {
        this.headline = headline;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public URI getLink() {
        return link;
    }

    public void setLink(URI link) {
        this.link = link;
    }
}
