package dev.synchronizer.sample.site.block;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Words that somebody said.
 *
 * @param text the words, without quotation marks
 * @param source who said them
 * @param year when they were said
 */
@ContentType(kind = ContentKind.BLOCK, groupName = "Blocks", order = 20)
public record Quote(
        @NotBlank @Size(max = 500) @Property(order = 10, localized = true, editorHint = "multiline")
        String text,

        @Property(order = 20) String source,
        @Min(1000) @Max(2100) @Property(order = 30) Integer year) {}
