<?php
/**
 * Tells other programs and quick edit that a text was held.
 *
 * @package Klarsprak
 */

namespace Klarsprak;

defined( 'ABSPATH' ) || exit;

/**
 * WordPress answers XML-RPC and quick edit as if a text that was held had been published. Both get an error here, which
 * says why and where the text is kept.
 */
final class Answers {
	/**
	 * What WordPress, or another plug-in, does for an XML-RPC method.
	 *
	 * @var callable|string
	 */
	private $method;

	/** Hooks into WordPress. */
	public static function hook(): void {
		add_filter( 'xmlrpc_methods', array( self::class, 'wrap_methods' ), 99 );
		add_action( 'wp_ajax_inline-save', array( self::class, 'answer_quick_edit' ), 0 );
	}

	/**
	 * Sees to it that every XML-RPC method answers with an error where it had a text held.
	 *
	 * @param array $methods What to call, by name.
	 */
	public static function wrap_methods( $methods ): array {
		return array_map(
			static function ( $method ): array {
				return array( new self( $method ), 'answer' );
			},
			$methods
		);
	}

	/**
	 * Wraps an XML-RPC method.
	 *
	 * @param callable|string $method As in the list of WordPress: `this:name` is a method of its server.
	 */
	private function __construct( $method ) {
		$this->method = $method;
	}

	/**
	 * Answers a call.
	 *
	 * @param mixed $arguments What the client sent.
	 * @return mixed
	 */
	public function answer( $arguments ) {
		global $wp_xmlrpc_server;
		$is_own = is_string( $this->method ) && 0 === strpos( $this->method, 'this:' );
		$method = $is_own ? array( $wp_xmlrpc_server, substr( $this->method, 5 ) ) : $this->method;
		if ( ! is_callable( $method ) ) {
			return new \IXR_Error( -32601, 'server error. requested method does not exist.' );
		}
		Publishing::take_held();
		$answer = call_user_func( $method, $arguments );
		$held   = Publishing::take_held();
		if ( null === $held || $answer instanceof \IXR_Error ) {
			return $answer;
		}
		return new \IXR_Error( 'blocked' === $held['outcome']['state'] ? 422 : 503, self::explain( $held ) );
	}

	/** Puts the reason in the place of the row that quick edit would show as saved. */
	public static function answer_quick_edit(): void {
		ob_start(
			static function ( string $row ): string {
				$held = Publishing::take_held();
				return null === $held ? $row : esc_html( self::explain( $held ) );
			}
		);
	}

	/**
	 * Why a text was held, and where it is.
	 *
	 * @param array $held What Publishing::take_held gave.
	 */
	private static function explain( array $held ): string {
		$kept = Gate::is_public( (string) get_post_status( $held['id'] ) )
			? __( 'The published page is as it was. Your changes are kept as an autosave.', 'klarsprak' )
			/* translators: %d: number of the post */
			: sprintf( __( 'The text is kept as draft number %d.', 'klarsprak' ), $held['id'] );
		return Gate::explain( $held['outcome'] ) . ' ' . $kept;
	}
}
