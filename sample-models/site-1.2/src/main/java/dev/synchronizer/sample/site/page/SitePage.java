package dev.synchronizer.sample.site.page;

import dev.synchronizer.annotation.AllowedTypes;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Ignore;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.sample.site.Findable;
import dev.synchronizer.sample.site.PublishedContent;
import dev.synchronizer.sample.site.media.Picture;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;

/** What every page of the site has. */
@ContentType(
        guid = "6f1d2f0a-53a7-4f6e-9a53-0d8b7a5b2c01",
        displayName = "Page",
        groupName = "General",
        availableInEditMode = false)
public abstract class SitePage extends PublishedContent implements Findable {
    private final Map<String, String> searchTexts = new HashMap<>();

    @NotBlank
    @Size(max = 120)
    @Property(order = 1, localized = true, searchable = true)
    private String title;

    @AllowedTypes(Picture.class)
    @Property(displayName = "Lead image", order = 2)
    private ContentReference leadImage;

    @Ignore
    private boolean preview;

    @Override
    public Map<String, String> searchTexts() {
        return searchTexts;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public ContentReference getLeadImage() {
        return leadImage;
    }

    public void setLeadImage(ContentReference leadImage) {
        this.leadImage = leadImage;
    }

    public boolean isPreview() {
        return preview;
    }

    public void setPreview(boolean preview) {
        this.preview = preview;
    }
}
