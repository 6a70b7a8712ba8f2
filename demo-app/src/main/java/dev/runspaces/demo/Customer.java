package dev.runspaces.demo;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;

/** A bean such as programs have; whoever listens is told of each change. */
public final class Customer {
  private final PropertyChangeSupport changes = new PropertyChangeSupport(this);
  private String name = "Ada Lovelace";
  private String email = "ada@example.org";
  private String country = "France";
  private String notes = "Prefers to be called in the morning.";
  private int rating = 4;
  private boolean newsletter = true;

  /** Makes one with some values to look at. */
  public Customer() {}

  public void addPropertyChangeListener(PropertyChangeListener listener) {
    changes.addPropertyChangeListener(listener);
  }

  public void removePropertyChangeListener(PropertyChangeListener listener) {
    changes.removePropertyChangeListener(listener);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    String before = this.name;
    this.name = name;
    changes.firePropertyChange("name", before, name);
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    String before = this.email;
    this.email = email;
    changes.firePropertyChange("email", before, email);
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    String before = this.country;
    this.country = country;
    changes.firePropertyChange("country", before, country);
  }

  public String getNotes() {
    return notes;
  }

  public void setNotes(String notes) {
    String before = this.notes;
    this.notes = notes;
    changes.firePropertyChange("notes", before, notes);
  }

  public int getRating() {
    return rating;
  }

  public void setRating(int rating) {
    int before = this.rating;
    this.rating = rating;
    changes.firePropertyChange("rating", before, rating);
  }

  public boolean isNewsletter() {
    return newsletter;
  }

  public void setNewsletter(boolean newsletter) {
    boolean before = this.newsletter;
    this.newsletter = newsletter;
    changes.firePropertyChange("newsletter", before, newsletter);
  }
}
