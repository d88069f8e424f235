package dev.synchronizer.spring.site;

import dev.synchronizer.annotation.ContentType;

@ContentType
public record Topic(String label) {}
