package dev.synchronizer.sample.site.media;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/** A picture file. */
@ContentType(
        guid = "17c9a5e8-3d2b-4c1a-9f0e-8d7c6b5a4908",
        name = "Image",
        kind = ContentKind.MEDIA,
        groupName = "Media",
        order = 10,
        icon = "image")
public class Picture extends MediaFile {
    @NotBlank
    @Size(max = 250)
    @Property(displayName = "Alternative text", order = 10, localized = true)
    private String alternativeText;

    @Positive
    @Property(order = 40, editable = false)
    private int width;

    @Positive
    @Property(order = 50, editable = false)
    private int height;

    @DecimalMin("0")
    @DecimalMax("1")
    @Property(displayName = "Focal point", description = "From the left edge, as a share of the width", order = 60)
    private double focalPoint;

    public String getAlternativeText() {
        return alternativeText;
    }

    public void setAlternativeText(String alternativeText) {
        this.alternativeText = alternativeText;
    }

    public int getWidth() {
        return width;
    }

    public void setWidth(int width) {
        this.width = width;
    }

    public int getHeight() {
        return height;
    }

    public void setHeight(int height) {
        this.height = height;
    }

    public double getFocalPoint() {
        return focalPoint;
    }

    public void setFocalPoint(double focalPoint) {
        this.focalPoint = focalPoint;
    }
}
