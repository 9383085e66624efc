package org.coupure.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.coupure.text.Html;

/**
 * Packs a review as <a href="https://www.w3.org/TR/epub-33/">EPUB 3.3</a>: a chapter a subject, and
 * one of counts before them.
 */
final class ReviewEpub {
  private static final String XML = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

  /**
   * ZIP tells no zone; any time does whose entry needs no extra field (before 1981 one is added).
   */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1981, 1, 1, 0, 0);

  private final Review review;
  private final ReviewHtml html;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private ReviewEpub(Review review, PictureUse pictures) {
    this.review = review;
    html = new ReviewHtml(review, pictures);
  }

  static byte[] of(Review review, PictureUse pictures) {
    return new ReviewEpub(review, pictures).pack();
  }

  private byte[] pack() {
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      mimetype(zip);
      put(zip, "META-INF/container.xml", container());
      put(zip, "content.opf", contents());
      put(zip, "nav.xhtml", navigation());
      put(zip, "review.css", HtmlPage.style());
      put(zip, "s0.xhtml", chapter(review.title(), html.head() + PaperChart.of(review)));
      for (int i = 0; i < review.sections().size(); i++) {
        String subject = review.sections().get(i).subject();
        put(zip, "s" + (i + 1) + ".xhtml", chapter(subject, html.section(i)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail.
    }
    return bytes.toByteArray();
  }

  /** Readers look for it at the first bytes of the file, as it is. */
  private static void mimetype(ZipOutputStream zip) throws IOException {
    byte[] type = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    ZipEntry entry = new ZipEntry("mimetype");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(type.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(type);
    zip.closeEntry();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String container() {
    return XML
        + "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
        + "<rootfiles><rootfile full-path=\"content.opf\""
        + " media-type=\"application/oebps-package+xml\"/></rootfiles>\n</container>\n";
  }

  private String contents() {
    // The newest article's time, so that the same articles give the same bytes.
    String made =
        review.items().stream()
            .map(item -> Objects.requireNonNullElse(item.source().at(), Instant.EPOCH))
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH)
            .truncatedTo(ChronoUnit.SECONDS)
            .toString();
    String name = review.title() + " " + made + " " + review.facts();
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    StringBuilder items = new StringBuilder();
    StringBuilder spine = new StringBuilder();
    for (int i = 0; i <= review.sections().size(); i++) {
      boolean chart = i == 0 && !PaperChart.of(review).isEmpty();
      items.append("<item id=\"s").append(i).append("\" href=\"s").append(i);
      items.append(".xhtml\" media-type=\"application/xhtml+xml\"");
      items.append(chart ? " properties=\"svg\"/>\n" : "/>\n");
      spine.append("<itemref idref=\"s").append(i).append("\"/>\n");
    }
    return XML
        + "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\""
        + " unique-identifier=\"id\" xml:lang=\"en\">\n"
        + "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<dc:identifier id=\"id\">"
        + ("urn:uuid:" + id + "</dc:identifier>\n<dc:title>" + Html.escape(review.title()))
        + ("</dc:title>\n" + languages() + "<meta property=\"dcterms:modified\">" + made)
        + "</meta>\n</metadata>\n<manifest>\n<item id=\"nav\" href=\"nav.xhtml\""
        + " media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n"
        + "<item id=\"css\" href=\"review.css\" media-type=\"text/css\"/>\n"
        + (items + "</manifest>\n<spine>\n" + spine + "</spine>\n</package>\n");
  }

  /** The frame is English; what stands in it says its language itself. */
  private static String languages() {
    return "<dc:language>en</dc:language>\n";
  }

  private String navigation() {
    StringBuilder list = new StringBuilder("<nav epub:type=\"toc\">\n<h1>Contents</h1>\n<ol>\n");
    list.append("<li><a href=\"s0.xhtml\">Overview</a></li>\n");
    for (int i = 0; i < review.sections().size(); i++) {
      ReviewSection section = review.sections().get(i);
      list.append("<li><a href=\"s").append(i + 1).append(".xhtml\">");
      list.append(Html.escape(section.subject())).append("</a>");
      List<FoldedStory> stories = section.stories();
      list.append(stories.isEmpty() ? "" : "\n<ol>\n");
      for (int j = 0; j < stories.size(); j++) {
        String at = "s" + (i + 1);
        list.append("<li><a href=\"").append(at).append(".xhtml#").append(at).append('-');
        list.append(j + 1).append("\" dir=\"auto\">");
        list.append(Html.escape(stories.get(j).first().headline().toString()));
        list.append("</a></li>\n");
      }
      list.append(stories.isEmpty() ? "" : "</ol>\n").append("</li>\n");
    }
    return chapter("Contents", list.append("</ol>\n</nav>\n").toString());
  }

  private static String chapter(String title, String body) {
    return XML
        + "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\""
        + " xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"en\" xml:lang=\"en\">\n<head>\n"
        + "<meta charset=\"utf-8\"/>\n<title>"
        + Html.escape(title)
        + "</title>\n<link rel=\"stylesheet\" href=\"review.css\"/>\n</head>\n"
        + "<body class=\"review\">\n"
        + body
        + "</body>\n</html>\n";
  }
}
