package org.coupure.source;

import java.io.IOException;
import java.io.InputStream;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.page.GzipMembers;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * Turns one file into its pages, however deep they are packed. Used once, by one thread. The
 * readers of the single formats are named in one place only, so that the libraries behind them are
 * loaded when such a file turns up and not before.
 */
final class Unpacking implements Archive.EntryConsumer {
  private final SourceLimits limits;
  private final PageConsumer consumer;
  private final UnpackLimits unpackLimits;
  private final @Nullable WaczPages listed;
  private long given;

  /** Whether it is what a crawler wrote, which may well hold nothing but its notes. */
  private boolean crawl;

  /** Whether the last failure was about bytes that could not be unpacked. */
  private boolean broken;

  /**
   * Makes a reader of one file.
   *
   * @param listed which captures are pages, or null when nobody says
   */
  Unpacking(SourceLimits limits, PageConsumer consumer, @Nullable WaczPages listed) {
    this.listed = listed;
    this.limits = limits;
    this.consumer = consumer;
    this.unpackLimits = new UnpackLimits(limits);
  }

  /** Reads the file {@code in}, which is not closed; returns whether more is wanted. */
  boolean read(Origin origin, InputStream in) {
    boolean more;
    try {
      more = open(origin, new PeekStream(unpackLimits.packed(in)));
    } catch (StackOverflowError e) {
      // Of a library that calls itself for each level of what it reads.
      more = fail(origin.source(), Reason.TOO_DEEP, "is nested too deep to be read");
    } catch (IOException e) {
      InputException inputException =
          e instanceof InputException known
              ? known
              : new InputException(Reason.UNREADABLE, "reading failed", e);
      more = fail(origin.source(), inputException.reason(), inputException.detail());
    }
    boolean nothing = more && given == 0 && origin.named();
    if (nothing && (crawl || FileNames.isWacz(origin.name()))) {
      return passOver(origin, "crawl without pages");
    }
    return nothing ? fail(origin.source(), Reason.EMPTY_INPUT, "holds no page") : more;
  }

  private boolean open(Origin origin, PeekStream in) throws IOException {
    FileType fileType = FileType.of(in.head(), origin.name());
    if (fileType.isContainer() && origin.depth() >= limits.depth()) {
      return fail(
          origin.source(),
          Reason.TOO_DEEP,
          "stands in " + origin.depth() + " containers, the limit is " + limits.depth());
    }
    return switch (fileType) {
      case GZIP ->
          isWarc(origin) ? expandWarc(origin, in) : uncompress(origin, in, GzipMembers::new);
      case BZIP2 -> uncompress(origin, in, Compressions::bzip2);
      case XZ -> uncompress(origin, in, Compressions::xz);
      case ZSTD -> uncompress(origin, in, Compressions::zstd);
      case ZIP -> expand(origin, in, s -> new ZipEntries(s, limits, unpackLimits));
      case TAR -> expand(origin, in, TarEntries::new);
      case WARC -> expandWarc(origin, in);
      case MHTML -> expand(origin, in, s -> new MhtmlPage(s, origin, limits));
      case JSON_LINES -> expand(origin, in, s -> new JsonLines(s, origin, limits));
      case PAGE -> page(origin, in);
      case OTHER -> origin.named() ? page(origin, in) : passOver(origin, "binary");
      case FEED ->
          origin.named()
              ? fail(
                  origin.source(),
                  Reason.UNSUPPORTED,
                  "is a feed or a site map, a list of pages: see coupure help run")
              : passOver(origin, "feed");
      case TABLE ->
          fail(
              origin.source(),
              Reason.UNSUPPORTED,
              "is a table: make JSON Lines of it, a line an object with \"html\" or \"text\", and"
                  + " \"url\"");
      case UNSUPPORTED ->
          fail(
              origin.source(),
              Reason.UNSUPPORTED,
              "is of a kind that is not read; known are HTML, text, gz, bz2, xz, zst, zip, tar,"
                  + " WARC, MHTML and JSON Lines");
    };
  }

  /**
   * The offsets of records are those in the compressed file: the reader must unpack it itself. An
   * ARC file's lines must be mended before, so its offsets are those in the unpacked file.
   */
  private static boolean isWarc(Origin origin) {
    return FileNames.extension(FileNames.uncompressed(origin.name())).equals("warc");
  }

  private boolean uncompress(Origin origin, PeekStream packed, Decompressor decompressor)
      throws IOException {
    try (InputStream in = decompressor.open(packed)) {
      return open(origin.uncompressed(), new PeekStream(unpackLimits.unpacked(in, packed)));
    } catch (IOException e) {
      return fail(origin, InputException.of(e, packed));
    }
  }

  private boolean expand(Origin origin, PeekStream packed, Opener opener) throws IOException {
    try (Archive archive = opener.open(packed)) {
      broken = false;
      for (long count = 1; ; count++) {
        Archive.Entry entry = next(archive, packed);
        if (entry == null) {
          return true;
        }
        if (count > limits.entries()) {
          return fail(
              origin.source(),
              Reason.TOO_MANY_ENTRIES,
              "has more than " + limits.entries() + " entries; the rest is not read");
        }
        broken = false;
        if (!entry.unpack(this, origin)) {
          return false;
        }
      }
    } catch (IOException e) {
      InputException inputException = InputException.of(e, packed);
      // An entry that was cut off was told; that its archive goes no further is no news.
      return (broken && !inputException.endsTheFile()) || fail(origin, inputException);
    }
  }

  private boolean expandWarc(Origin origin, PeekStream packed) throws IOException {
    crawl = true;
    return expand(origin, packed, s -> new WarcRecords(s, origin.source(), limits, unpackLimits));
  }

  private static Archive.@Nullable Entry next(Archive archive, PeekStream packed)
      throws IOException {
    try {
      return archive.next();
    } catch (RuntimeException e) {
      throw InputException.of(e, packed);
    }
  }

  /** Reads an archive's entry; what is clearly not a page is passed over. */
  @Override
  public boolean entry(Origin archive, String name, InputStream content) throws InputException {
    Origin origin = archive.entry(FileNames.tidy(name));
    if (FileNames.isUnsafe(name)) {
      return fail(
          origin.source(), Reason.UNSAFE_PATH, "the path of the entry leads out of its archive");
    }
    if (FileNames.isHidden(origin.name())) {
      return true;
    }
    // A WACZ file's captures stand in archive/; all else is its own lists, indexes and logs.
    boolean ownIndex = FileNames.isWacz(archive.name()) && !origin.name().startsWith("archive/");
    if (ownIndex || FileNames.isNoPage(origin.name())) {
      consumer.passedOver(origin.source(), FileNames.kind(origin.name()));
      return true;
    }
    PeekStream in = new PeekStream(content);
    try {
      return open(origin, in);
    } catch (IOException e) {
      return fail(origin, InputException.of(e, in));
    }
  }

  private boolean passOver(Origin origin, String kind) {
    return passOver(origin.source(), kind);
  }

  private boolean passOver(String source, String kind) {
    consumer.passedOver(source, kind);
    return true;
  }

  @Override
  public boolean redirect(String from, String to) {
    if (listed != null) {
      listed.redirect(from, to);
    }
    return true;
  }

  private boolean page(Origin origin, PeekStream in) throws IOException {
    byte[] bytes = in.readNBytes(limits.pageBytes());
    if (bytes.length == limits.pageBytes() && in.read() >= 0) {
      return fail(origin.source(), Reason.TOO_LARGE, limits.tooLarge());
    }
    TextExport export = TextExport.of(origin, limits, bytes);
    if (export != null) {
      return expand(origin, in, s -> export);
    }
    return give(
        Page.builder(origin.source(), bytes).id(FileNames.clippingId(origin.name())).build());
  }

  /** Hands a page over, with what its own saved note adds. */
  @Override
  public boolean give(Page page) {
    if (listed != null && !listed.lists(page.url())) {
      return passOver(page.source(), "part of a page");
    }
    given++;
    return consumer.page(SavedFrom.complete(page));
  }

  private boolean fail(Origin origin, InputException inputException) throws InputException {
    // Nothing behind it can be read either: told once, for the whole file.
    if (inputException.endsTheFile() && origin.depth() > 0) {
      throw inputException;
    }
    return fail(origin.source(), inputException.reason(), inputException.detail());
  }

  @Override
  public boolean fail(String source, Reason reason, String detail) {
    given++;
    broken = reason == Reason.TRUNCATED || reason == Reason.BAD_ARCHIVE;
    return consumer.failed(Clip.failed(source, reason, detail));
  }

  private interface Decompressor {
    InputStream open(PeekStream packed) throws IOException;
  }

  private interface Opener {
    Archive open(PeekStream packed) throws IOException;
  }
}
