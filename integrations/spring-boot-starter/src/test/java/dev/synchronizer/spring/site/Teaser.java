package dev.synchronizer.spring.site;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.ContentType;

@ContentType(kind = ContentKind.BLOCK)
public record Teaser(String text) {}
