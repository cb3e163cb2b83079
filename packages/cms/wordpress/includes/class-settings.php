<?php
/**
 * The settings of the plug-in.
 *
 * @package Klarsprak
 */

namespace Klarsprak;

defined( 'ABSPATH' ) || exit;

/** Reads and cleans the settings. The token is an option of its own, which no page and no answer ever holds. */
final class Settings {
	const OPTION = 'klarsprak_settings';

	/** Holds an array: WordPress' page of all options shows strings, and hides those. */
	const TOKEN = 'klarsprak_token';

	const DEFAULTS = array(
		'address'    => 'http://127.0.0.1:8081',
		'level'      => 'service',
		'types'      => array( 'post', 'page' ),
		'profile'    => '',
		'capability' => 'edit_others_posts',
		'down'       => 'draft',
		'timeout'    => 10,
	);

	/** What stops a publication: the service's own settings, or every new finding from a level upwards. */
	const LEVELS = array( 'service', 'error', 'warning', 'suggestion' );

	const PROFILES = array( '', 'webb', 'press', 'brev', 'beslut', 'rapport', 'protokoll', 'lattlast', 'strikt' );

	/** Who may publish in spite of findings. */
	const CAPABILITIES = array( 'publish_posts', 'edit_others_posts', 'manage_options', 'do_not_allow' );

	/** What happens when the service gives no answer: let through with a notice, or keep as a draft. */
	const DOWN = array( 'allow', 'draft' );

	/**
	 * One setting.
	 *
	 * @param string $name A key of DEFAULTS.
	 * @return mixed
	 */
	public static function get( string $name ) {
		return self::all()[ $name ];
	}

	/** All settings, with defaults in place of what is missing or cannot be used. */
	public static function all(): array {
		$stored = get_option( self::OPTION );
		return self::clean( is_array( $stored ) ? $stored : array() );
	}

	/** The token for the service; the constant KLARSPRAK_TOKEN in wp-config.php goes before the stored one. */
	public static function token(): string {
		if ( defined( 'KLARSPRAK_TOKEN' ) ) {
			return (string) KLARSPRAK_TOKEN;
		}
		$stored = get_option( self::TOKEN );
		return is_array( $stored ) && is_string( $stored['token'] ?? null ) ? $stored['token'] : '';
	}

	/**
	 * Puts defaults in place of what cannot be used.
	 *
	 * @param array $given Settings from a form or from the database.
	 */
	public static function clean( array $given ): array {
		$given   = array_merge( self::DEFAULTS, $given );
		$one_of  = static function ( string $name, array $allowed ) use ( $given ) {
			return in_array( $given[ $name ], $allowed, true ) ? $given[ $name ] : self::DEFAULTS[ $name ];
		};
		$address = untrailingslashit( esc_url_raw( trim( (string) $given['address'] ), array( 'http', 'https' ) ) );
		return array(
			'address'    => '' === $address ? self::DEFAULTS['address'] : $address,
			'level'      => $one_of( 'level', self::LEVELS ),
			'types'      => array_values( array_map( 'sanitize_key', array_filter( (array) $given['types'], 'is_string' ) ) ),
			'profile'    => $one_of( 'profile', self::PROFILES ),
			'capability' => $one_of( 'capability', self::CAPABILITIES ),
			'down'       => $one_of( 'down', self::DOWN ),
			'timeout'    => max( 1, min( 60, (int) $given['timeout'] ) ),
		);
	}

	/**
	 * True when texts of the type are checked.
	 *
	 * @param string $type A post type.
	 */
	public static function concerns( string $type ): bool {
		return in_array( $type, self::get( 'types' ), true );
	}

	/** True when the user may publish in spite of findings. */
	public static function may_override(): bool {
		return current_user_can( self::get( 'capability' ) );
	}
}
