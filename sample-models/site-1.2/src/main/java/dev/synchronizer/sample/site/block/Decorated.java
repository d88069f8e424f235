package dev.synchronizer.sample.site.block;

import dev.synchronizer.annotation.Property;

/** How a block looks; no content type by itself. */
public abstract class Decorated {
    @Property(groupName = "Appearance", order = 90, defaultValue = "PLAIN")
    private Style style;

    public Style getStyle() {
        return style;
    }

    public void setStyle(Style style) {
        this.style = style;
    }
}
