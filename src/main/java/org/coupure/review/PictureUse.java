package org.coupure.review;

/** What a review does with the pictures of articles, which stand on the sites' own servers. */
public enum PictureUse {
  /** They are left out. */
  OFF,
  /** They are linked to. */
  LINK,
  /** The reader's browser loads them, so that the sites see who reads; an EPUB links to them. */
  LOAD
}
