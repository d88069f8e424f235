package dev.synchronizer.sample.site.people;

import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.sample.site.page.SitePage;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** A curator, author or artist. */
@ContentType(
        guid = "4b7f3c1e-90b1-4e4c-a1c8-6a2d9be01f05",
        description = "A curator, author or artist",
        groupName = "People",
        order = 60,
        icon = "person")
public class Person extends SitePage {
    @NotBlank
    @Size(max = 80)
    @Property(displayName = "Given name", order = 10, searchable = true)
    private String givenName;

    @NotBlank
    @Size(max = 80)
    @Property(displayName = "Family name", order = 20, searchable = true)
    private String familyName;

    @Property(displayName = "Full name", order = 25, searchable = true)
    private String fullName;

    @Email
    @Property(order = 30)
    private String email;

    @Size(max = 30)
    @Property(displayName = "Telephone", order = 40, description = "With the country's code")
    private String telephone;

    @Property(order = 50)
    private URI website;

    @Property(displayName = "Spoken languages", order = 60)
    private Set<Locale> spokenLanguages = Set.of();

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getTelephone() {
        return telephone;
    }

    public void setTelephone(String telephone) {
        this.telephone = telephone;
    }

    public URI getWebsite() {
        return website;
    }

    public void setWebsite(URI website) {
        this.website = website;
    }

    public Set<Locale> getSpokenLanguages() {
        return spokenLanguages;
    }

    public void setSpokenLanguages(Set<Locale> spokenLanguages) {
        this.spokenLanguages = spokenLanguages;
    }
}
