<?php
/**
 * The text of a post as it is sent to the service.
 *
 * @package Klarsprak
 */

namespace Klarsprak;

defined( 'ABSPATH' ) || exit;

/**
 * A post as one HTML text: the title as heading, the excerpt as lead, and the content. It knows where each part came
 * from, so that positions in the answer lead back to the field. All offsets are in UTF-16 units, as in JavaScript.
 */
final class Text {
	/**
	 * The HTML.
	 *
	 * @var string
	 */
	private $html = '';

	/**
	 * Length of the HTML.
	 *
	 * @var int
	 */
	private $length = 0;

	/**
	 * Stretches that stand in a field as they stand in the HTML: start, end, field, offset in the field.
	 *
	 * @var array<int, array{int, int, string, int}>
	 */
	private $parts = array();

	/**
	 * Makes the text of a post.
	 *
	 * @param array{title: string, excerpt: string, content: string} $fields The fields as they are stored, unslashed.
	 */
	public function __construct( array $fields ) {
		if ( '' !== trim( $fields['title'] ) ) {
			$this->add( '<h1>' );
			$this->add( $fields['title'], 'title' );
			$this->add( "</h1>\n" );
		}
		if ( '' !== trim( $fields['excerpt'] ) ) {
			$this->add( '<p class="lead">' );
			$this->add( $fields['excerpt'], 'excerpt' );
			$this->add( "</p>\n" );
		}
		$at = 0;
		foreach ( self::paragraphs( self::without_shortcodes( $fields['content'] ) ) as $number => $piece ) {
			if ( $number > 0 ) {
				$this->add( '<p>' );
			}
			$this->add( $piece, 'content', $at );
			$at += self::length( $piece );
		}
	}

	/** The text to send. */
	public function html(): string {
		return $this->html;
	}

	/**
	 * The field that a stretch of the HTML came from, and where it stands there. Null for one that is not in a field,
	 * and for one that has something in it that the field has not.
	 *
	 * @param int $start First unit.
	 * @param int $end   The unit after the last.
	 * @return array{field: string, start: int, end: int}|null
	 */
	public function place( int $start, int $end ): ?array {
		foreach ( $this->parts as list( $from, $to, $field, $offset ) ) {
			if ( $start >= $from && $end <= $to ) {
				return array(
					'field' => $field,
					'start' => $start - $from + $offset,
					'end'   => $end - $from + $offset,
				);
			}
		}
		return null;
	}

	/**
	 * Adds a piece.
	 *
	 * @param string $html   The piece.
	 * @param string $field  The field that it stands in; none for what the field has not.
	 * @param int    $offset Where in the field.
	 */
	private function add( string $html, string $field = '', int $offset = 0 ): void {
		$length = self::length( $html );
		if ( '' !== $field ) {
			$this->parts[] = array( $this->length, $this->length + $length, $field, $offset );
		}
		$this->html   .= $html;
		$this->length += $length;
	}

	/**
	 * Length in UTF-16 units: one for each character, two for those outside the basic plane.
	 *
	 * @param string $text UTF-8.
	 */
	public static function length( string $text ): int {
		return strlen( preg_replace( '/[\x80-\xBF]+/', '', $text ) ) + preg_match_all( '/[\xF0-\xF4]/', $text );
	}

	/**
	 * Puts spaces in place of shortcodes, which readers never see.
	 *
	 * @param string $content The content of a post.
	 */
	private static function without_shortcodes( string $content ): string {
		if ( false === strpos( $content, '[' ) ) {
			return $content;
		}
		global $shortcode_tags;
		$names = implode( '|', array_map( 'preg_quote', array_keys( (array) $shortcode_tags ) ) );
		if ( '' === $names ) {
			return $content;
		}
		$blank = static function ( array $found ): string {
			return str_repeat( ' ', self::length( $found[0] ) );
		};
		return preg_replace_callback( '~\[/?(?:' . $names . ')(?:[\s/][^\]]*)?\]~', $blank, $content ) ?? $content;
	}

	/**
	 * Divides content at the blank lines that WordPress makes paragraphs of: those outside blocks and preformatted
	 * text. Put together again, the pieces are the content.
	 *
	 * @param string $content The content of a post.
	 * @return string[] A paragraph begins before each piece but the first.
	 */
	private static function paragraphs( string $content ): array {
		$pieces = array();
		$piece  = '';
		$depth  = 0;
		$tokens = preg_split(
			'~(<!--.*?-->|</?(?:pre|textarea|script|style)\b[^>]*>|\n[ \t\r]*\n\s*)~is',
			$content,
			-1,
			PREG_SPLIT_DELIM_CAPTURE
		);
		foreach ( false === $tokens ? array( $content ) : $tokens as $token ) {
			if ( preg_match( '~^<(?:!--\s+(/?)wp:.*?(/?)--|(/?)(?:pre|textarea|script|style)\b.*)>$~is', $token, $tag ) ) {
				$closes = '/' === ( $tag[1] ?? '' ) || '/' === ( $tag[3] ?? '' );
				$void   = '/' === ( $tag[2] ?? '' );
				$depth  = max( 0, $depth + ( $closes ? -1 : ( $void ? 0 : 1 ) ) );
			}
			$piece .= $token;
			if ( 0 === $depth && '' !== $token && '' === trim( $token ) && substr_count( $token, "\n" ) > 1 ) {
				$pieces[] = $piece;
				$piece    = '';
			}
		}
		$pieces[] = $piece;
		return self::joined_before_markup( $pieces );
	}

	/**
	 * Joins pieces again where the next begins with markup, which makes a block of its own.
	 *
	 * @param string[] $pieces Pieces of content.
	 * @return string[]
	 */
	private static function joined_before_markup( array $pieces ): array {
		$joined = array( '' );
		foreach ( $pieces as $number => $piece ) {
			$inline = preg_match( '~^(?:[^<]|<(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u)\b)~i', $piece );
			if ( $inline && ( $number > 0 || count( $pieces ) > 1 ) && '' !== trim( $piece ) ) {
				$joined[] = $piece;
			} else {
				$joined[ count( $joined ) - 1 ] .= $piece;
			}
		}
		return $joined;
	}
}
