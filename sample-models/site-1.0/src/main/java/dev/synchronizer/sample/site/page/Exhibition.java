package dev.synchronizer.sample.site.page;

import dev.synchronizer.annotation.AllowedTypes;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.sample.site.block.Gallery;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Works of art on show for a time. */
@ContentType(
        guid = "d9e0b7a1-5d0a-4b8c-8f0e-1c2f8c6e5b04",
        description = "Works of art on show for a time",
        groupName = "Programme",
        order = 30,
        icon = "frame",
        access = "curators")
public class Exhibition extends SitePage {
    @NotNull
    @Property(order = 10, searchable = true)
    private LocalDate opens;

    @Property(order = 20)
    private LocalDate closes;

    @DecimalMin("0")
    @DecimalMax("100")
    @Digits(integer = 3, fraction = 2)
    @Property(order = 30, description = "In euros")
    private BigDecimal admission;

    @NotEmpty
    @Property(order = 40)
    private Set<Audience> audiences = Set.of();

    @PositiveOrZero
    @Property(displayName = "Expected visitors", order = 50)
    private int expectedVisitors;

    @Size(max = 20)
    @Property(displayName = "Catalogue number", order = 60)
    private String catalogueNumber;

    @AllowedTypes(Person.class)
    @Property(order = 70)
    private List<ContentReference> curators = List.of();

    @Property(order = 80)
    private Gallery gallery;

    @Property(displayName = "Step-free access", order = 90, defaultValue = "true")
    private boolean stepFree;

    @Property(order = 100, description = "Address of the music that is played in the rooms")
    private URI soundtrack;

    public LocalDate getOpens() {
        return opens;
    }

    public void setOpens(LocalDate opens) {
        this.opens = opens;
    }

    public LocalDate getCloses() {
        return closes;
    }

    public void setCloses(LocalDate closes) {
        this.closes = closes;
    }

    public BigDecimal getAdmission() {
        return admission;
    }

    public void setAdmission(BigDecimal admission) {
        this.admission = admission;
    }

    public Set<Audience> getAudiences() {
        return audiences;
    }

    public void setAudiences(Set<Audience> audiences) {
        this.audiences = audiences;
    }

    public int getExpectedVisitors() {
        return expectedVisitors;
    }

    public void setExpectedVisitors(int expectedVisitors) {
        this.expectedVisitors = expectedVisitors;
    }

    public String getCatalogueNumber() {
        return catalogueNumber;
    }

    public void setCatalogueNumber(String catalogueNumber) {
        this.catalogueNumber = catalogueNumber;
    }

    public List<ContentReference> getCurators() {
        return curators;
    }

    public void setCurators(List<ContentReference> curators) {
        this.curators = curators;
    }

    public Gallery getGallery() {
        return gallery;
    }

    public void setGallery(Gallery gallery) {
        this.gallery = gallery;
    }

    public boolean isStepFree() {
        return stepFree;
    }

    public void setStepFree(boolean stepFree) {
        this.stepFree = stepFree;
    }

    public URI getSoundtrack() {
        return soundtrack;
    }

    public void setSoundtrack(URI soundtrack) {
        this.soundtrack = soundtrack;
    }
}
