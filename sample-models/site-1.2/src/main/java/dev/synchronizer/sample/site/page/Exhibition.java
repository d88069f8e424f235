package dev.synchronizer.sample.site.page;

import dev.synchronizer.annotation.AllowedTypes;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.annotation.RenamedFrom;
import dev.synchronizer.sample.site.block.Slideshow;
import dev.synchronizer.sample.site.people.Person;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** Works of art on show for a time. */
@ContentType(
        guid = "d9e0b7a1-5d0a-4b8c-8f0e-1c2f8c6e5b04",
        description = "Works of art on show, for a time or for good",
        groupName = "Programme",
        order = 30,
        icon = "frame",
        access = {"curators", "educators"})
public class Exhibition extends SitePage {
    @NotNull
    @Property(order = 10, searchable = true)
    private LocalDateTime opens;

    @RenamedFrom("closes")
    @Property(displayName = "Last day", order = 20)
    private LocalDate lastDay;

    @DecimalMin("0")
    @DecimalMax("50")
    @Digits(integer = 2, fraction = 2)
    @Property(order = 30, description = "In euros")
    private BigDecimal admission;

    @NotEmpty
    @Property(order = 40)
    private Set<Audience> audiences = Set.of();

    @PositiveOrZero
    @Property(displayName = "Expected visitors", order = 50)
    private long expectedVisitors;

    @Positive
    @Property(displayName = "Catalogue number", order = 60)
    private Integer catalogueNumber;

    @AllowedTypes(Person.class)
    @Property(order = 70)
    private List<ContentReference> curators = List.of();

    @Property(order = 80)
    private Slideshow gallery;

    @Property(displayName = "Step-free access", order = 90, defaultValue = "true")
    private boolean stepFree;

    public LocalDateTime getOpens() {
        return opens;
    }

    public void setOpens(LocalDateTime opens) {
        this.opens = opens;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(LocalDate lastDay) {
        this.lastDay = lastDay;
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

    public long getExpectedVisitors() {
        return expectedVisitors;
    }

    public void setExpectedVisitors(long expectedVisitors) {
        this.expectedVisitors = expectedVisitors;
    }

    public Integer getCatalogueNumber() {
        return catalogueNumber;
    }

    public void setCatalogueNumber(Integer catalogueNumber) {
        this.catalogueNumber = catalogueNumber;
    }

    public List<ContentReference> getCurators() {
        return curators;
    }

    public void setCurators(List<ContentReference> curators) {
        this.curators = curators;
    }

    public Slideshow getGallery() {
        return gallery;
    }

    public void setGallery(Slideshow gallery) {
        this.gallery = gallery;
    }

    public boolean isStepFree() {
        return stepFree;
    }

    public void setStepFree(boolean stepFree) {
        this.stepFree = stepFree;
    }
}
