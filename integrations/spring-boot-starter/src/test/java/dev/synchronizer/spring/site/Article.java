package dev.synchronizer.spring.site;

import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;

@ContentType(displayName = "Article")
public record Article(@Property(required = true) String title, Teaser teaser) {}
