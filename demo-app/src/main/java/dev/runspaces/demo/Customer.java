package dev.runspaces.demo;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;

/** A bean such as programs have; whoever listens is told of each change. */
public final class Customer {
  private final PropertyChangeSupport changes = new PropertyChangeSupport(this);
  private String name = "Ada Lovelace";
  private String email = "ada@example.org";
  private String country = "France";
  private String notes = "Prefers to be called in the morning";
  private int rating = 4;
  private boolean newsletter = true;

  /** Makes one with some values to look at. */
  public Customer() {}

  /**
   * Has somebody told of each change.
   *
   * @param listener called by the thread that changes something
   */
  public void addPropertyChangeListener(PropertyChangeListener listener) {
    changes.addPropertyChangeListener(listener);
  }

  /**
   * Tells him no more.
   *
   * @param listener who was told
   */
  public void removePropertyChangeListener(PropertyChangeListener listener) {
    changes.removePropertyChangeListener(listener);
  }

  /** {@return the name} */
  public String getName() {
    return name;
  }

  /**
   * Changes the name.
   *
   * @param name the name
   */
  public void setName(String name) {
    String before = this.name;
    this.name = name;
    changes.firePropertyChange("name", before, name);
  }

  /** {@return the address for mail} */
  public String getEmail() {
    return email;
  }

  /**
   * Changes the address for mail.
   *
   * @param email the address for mail
   */
  public void setEmail(String email) {
    String before = this.email;
    this.email = email;
    changes.firePropertyChange("email", before, email);
  }

  /** {@return the country} */
  public String getCountry() {
    return country;
  }

  /**
   * Changes the country.
   *
   * @param country the country
   */
  public void setCountry(String country) {
    String before = this.country;
    this.country = country;
    changes.firePropertyChange("country", before, country);
  }

  /** {@return the notes about the customer} */
  public String getNotes() {
    return notes;
  }

  /**
   * Changes the notes about the customer.
   *
   * @param notes the notes about the customer
   */
  public void setNotes(String notes) {
    String before = this.notes;
    this.notes = notes;
    changes.firePropertyChange("notes", before, notes);
  }

  /** {@return the rating, from 0 to 5 stars} */
  public int getRating() {
    return rating;
  }

  /**
   * Changes the rating.
   *
   * @param rating the rating, from 0 to 5 stars
   */
  public void setRating(int rating) {
    int before = this.rating;
    this.rating = rating;
    changes.firePropertyChange("rating", before, rating);
  }

  /** {@return whether to send the newsletter} */
  public boolean isNewsletter() {
    return newsletter;
  }

  /**
   * Subscribes to the newsletter, or not.
   *
   * @param newsletter whether to send it
   */
  public void setNewsletter(boolean newsletter) {
    boolean before = this.newsletter;
    this.newsletter = newsletter;
    changes.firePropertyChange("newsletter", before, newsletter);
  }
}
