package dev.synchronizer.sample.site.block;

import dev.synchronizer.annotation.AllowedTypes;
import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.sample.site.media.Picture;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Images one after the other. */
@ContentType(
        guid = "e5d4c3b2-a190-4f8e-8d7c-6b5a49382707",
        kind = ContentKind.BLOCK,
        groupName = "Blocks",
        order = 30,
        icon = "images")
public class Slideshow extends Decorated {
    @NotEmpty
    @Size(max = 24)
    @AllowedTypes(Picture.class)
    @Property(order = 10)
    private List<ContentReference> images = List.of();

    @Size(max = 200)
    @Property(order = 20, localized = true)
    private String caption;

    public List<ContentReference> getImages() {
        return images;
    }

    public void setImages(List<ContentReference> images) {
        this.images = images;
    }

    public String getCaption() {
        return caption;
    }

    public void setCaption(String caption) {
        this.caption = caption;
    }
}
