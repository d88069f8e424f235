package dev.synchronizer.sample.site.media;

import dev.synchronizer.annotation.Property;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Whom a file comes from and what others may do with it; no content type by itself. */
public abstract class MediaFile {
    @Size(max = 120)
    @Property(order = 20, prompt = "Photographer, agency")
    private String credit;

    @NotNull
    @Property(order = 30, defaultValue = "ALL_RIGHTS_RESERVED")
    private Licence licence;

    public String getCredit() {
        return credit;
    }

    public void setCredit(String credit) {
        this.credit = credit;
    }

    public Licence getLicence() {
        return licence;
    }

    public void setLicence(Licence licence) {
        this.licence = licence;
    }
}
