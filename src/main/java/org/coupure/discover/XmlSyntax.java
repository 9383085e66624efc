package org.coupure.discover;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with XML. Expands nothing and reads nothing from elsewhere. */
final class XmlSyntax {
  private static final Pattern POSITION = Pattern.compile("(?s)^ParseError at .*?Message: ");

  /** An ampersand that begins no entity; texts that are marked as such may have any. */
  private static final Pattern BARE =
      Pattern.compile("(?s)<!\\[CDATA\\[.*?]]>|&(?!#?[A-Za-z0-9]{1,31};)");

  private XmlSyntax() {}

  /** Returns {@code xml} with each ampersand as an entity that is none, as in {@code ?a=1&b=2}. */
  static String escapeAmpersands(String xml) {
    return BARE.matcher(xml)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group().equals("&") ? "&amp;" : found.group()));
  }

  /** Returns a factory for readers that know no document types and expand no entities. */
  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /** Returns the first mistake as a person reads it, or null when there is none. */
  static @Nullable String complaint(String text) {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.DTD) {
          return "DOCTYPE is disallowed";
        }
      }
      return null;
    } catch (XMLStreamException broken) {
      return sentence(broken);
    }
  }

  /** Returns what the parser says, without the place where it says so. */
  static String sentence(XMLStreamException broken) {
    Throwable cause = broken.getNestedException();
    String message = String.valueOf((cause == null ? broken : cause).getMessage());
    return POSITION.matcher(message).replaceFirst("").strip();
  }
}
