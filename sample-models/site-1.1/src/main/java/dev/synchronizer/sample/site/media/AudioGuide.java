package dev.synchronizer.sample.site.media;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.annotation.Property;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.Locale;

/** Words to listen to in front of a work. */
@ContentType(kind = ContentKind.MEDIA, displayName = "Audio guide", groupName = "Media", order = 30, icon = "ear")
public class AudioGuide extends MediaFile {
    @NotNull
    @Property(order = 40)
    private Locale language;

    @Positive
    @Property(displayName = "Duration", description = "In seconds", order = 50)
    private int seconds;

    @Property(type = DataType.TEXT, order = 60, searchable = true, editorHint = "multiline")
    private String transcript;

    public Locale getLanguage() {
        return language;
    }

    public void setLanguage(Locale language) {
        this.language = language;
    }

    public int getSeconds() {
        return seconds;
    }

    public void setSeconds(int seconds) {
        this.seconds = seconds;
    }

    public String getTranscript() {
        return transcript;
    }

    public void setTranscript(String transcript) {
        this.transcript = transcript;
    }
}
