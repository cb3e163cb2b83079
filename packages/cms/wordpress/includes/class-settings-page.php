<?php
/**
 * The settings page.
 *
 * @package Klarsprak
 */

namespace Klarsprak;

defined( 'ABSPATH' ) || exit;

/** Settings > Klarspråk. */
final class Settings_Page {
	const SLUG = 'klarsprak';

	/** Hooks into WordPress. */
	public static function hook(): void {
		add_action( 'admin_menu', array( self::class, 'add' ) );
		add_action( 'admin_init', array( self::class, 'register' ) );
		add_action( 'admin_enqueue_scripts', array( self::class, 'enqueue' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( KLARSPRAK_FILE ), array( self::class, 'link' ) );
	}

	/** Adds the page to the menu. */
	public static function add(): void {
		add_options_page( 'Klarspråk', 'Klarspråk', 'manage_options', self::SLUG, array( self::class, 'show' ) );
	}

	/**
	 * Leads from the list of plug-ins to the settings.
	 *
	 * @param string[] $links The links of the plug-in.
	 */
	public static function link( $links ): array {
		$link = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=' . self::SLUG ) ), esc_html__( 'Settings', 'klarsprak' ) );
		return array_merge( array( $link ), $links );
	}

	/** Registers what the form saves. */
	public static function register(): void {
		register_setting( self::SLUG, Settings::OPTION, array( 'sanitize_callback' => array( self::class, 'take_settings' ) ) );
		register_setting( self::SLUG, Settings::TOKEN, array( 'sanitize_callback' => array( self::class, 'take_token' ) ) );
	}

	/**
	 * Cleans what the form gives.
	 *
	 * @param mixed $given From the form.
	 */
	public static function take_settings( $given ): array {
		$given = is_array( $given ) ? $given : array();
		// A form sends no unticked box.
		return Settings::clean( $given + array( 'types' => array() ) );
	}

	/**
	 * Keeps the stored token where the field is empty.
	 *
	 * @param mixed $given From the form, or what is to be stored.
	 */
	public static function take_token( $given ): array {
		// WordPress cleans a new option twice.
		if ( is_array( $given ) ) {
			return array( 'token' => (string) ( $given['token'] ?? '' ) );
		}
		// phpcs:ignore WordPress.Security.NonceVerification -- options.php has checked it.
		if ( isset( $_POST['klarsprak_forget_token'] ) ) {
			return array( 'token' => '' );
		}
		$token  = preg_replace( '/[^\x21-\x7E]/', '', (string) $given );
		$stored = get_option( Settings::TOKEN );
		return '' === $token && is_array( $stored ) ? $stored : array( 'token' => $token );
	}

	/**
	 * Loads the script behind the test button.
	 *
	 * @param string $page The page that is shown.
	 */
	public static function enqueue( $page ): void {
		if ( 'settings_page_' . self::SLUG !== $page ) {
			return;
		}
		wp_enqueue_script( 'klarsprak-settings', plugins_url( 'assets/settings.js', KLARSPRAK_FILE ), array( 'wp-api-fetch', 'wp-i18n' ), KLARSPRAK_VERSION, true );
		wp_set_script_translations( 'klarsprak-settings', 'klarsprak', plugin_dir_path( KLARSPRAK_FILE ) . 'languages' );
	}

	/** Shows the page. */
	public static function show(): void {
		$settings = Settings::all();
		echo '<div class="wrap"><h1>Klarspråk</h1><form method="post" action="options.php">';
		settings_fields( self::SLUG );
		echo '<table class="form-table" role="presentation">';
		self::row(
			'address',
			__( 'Address of the service', 'klarsprak' ),
			sprintf( '<input type="url" class="regular-text code" id="klarsprak-address" name="%s[address]" value="%s" required>', Settings::OPTION, esc_attr( $settings['address'] ) ),
			__( 'Where “klarsprak serve” listens. Only this server needs to reach it.', 'klarsprak' )
		);
		self::row( 'token', __( 'Token', 'klarsprak' ), self::token_field(), __( 'The token is kept on this server. It is never sent to a browser, so it is not shown here either.', 'klarsprak' ) );
		self::row( 'timeout', __( 'Longest wait, in seconds', 'klarsprak' ), sprintf( '<input type="number" min="1" max="60" class="small-text" id="klarsprak-timeout" name="%s[timeout]" value="%d">', Settings::OPTION, $settings['timeout'] ) );
		self::row( 'level', __( 'What stops a publication', 'klarsprak' ), self::choice( 'level', self::levels(), $settings['level'] ), __( 'Only what is new counts: findings that the published page already has stop nothing.', 'klarsprak' ) );
		self::row( 'types', __( 'What is checked', 'klarsprak' ), self::types( $settings['types'] ) );
		self::row( 'profile', __( 'Kind of text', 'klarsprak' ), self::choice( 'profile', self::profiles(), $settings['profile'] ) );
		self::row( 'capability', __( 'Who may publish in spite of findings', 'klarsprak' ), self::choice( 'capability', self::capabilities(), $settings['capability'] ), __( 'They must write a reason. It is saved with the page and shown below.', 'klarsprak' ) );
		self::row( 'down', __( 'When the service does not answer', 'klarsprak' ), self::choice( 'down', self::silences(), $settings['down'] ), __( 'No text is lost either way.', 'klarsprak' ) );
		echo '</table><p class="submit">';
		submit_button( '', 'primary', 'submit', false );
		printf( ' <button type="button" class="button" id="klarsprak-test">%s</button> <span id="klarsprak-answer" role="status"></span></p></form>', esc_html__( 'Test the saved settings', 'klarsprak' ) );
		self::show_log();
		echo '</div>';
	}

	/**
	 * Prints a row of the form.
	 *
	 * @param string $name  A key of the settings.
	 * @param string $label What it is called.
	 * @param string $field Its field, as HTML.
	 * @param string $help  What the reader must know.
	 */
	private static function row( string $name, string $label, string $field, string $help = '' ): void {
		$label = 'types' === $name ? esc_html( $label ) : sprintf( '<label for="klarsprak-%s">%s</label>', esc_attr( $name ), esc_html( $label ) );
		// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped where they are made.
		printf( '<tr><th scope="row">%s</th><td>%s%s</td></tr>', $label, $field, '' === $help ? '' : '<p class="description">' . esc_html( $help ) . '</p>' );
	}

	/** The field for the token, which never holds it. */
	private static function token_field(): string {
		if ( defined( 'KLARSPRAK_TOKEN' ) ) {
			return '<p>' . esc_html__( 'Set in wp-config.php.', 'klarsprak' ) . '</p>';
		}
		$is_set = '' !== Settings::token();
		$field  = sprintf( '<input type="password" class="regular-text code" id="klarsprak-token" name="%s" value="" autocomplete="new-password" placeholder="%s">', Settings::TOKEN, $is_set ? esc_attr__( 'Saved. Write here to replace it.', 'klarsprak' ) : '' );
		return $is_set ? $field . sprintf( '<br><label><input type="checkbox" name="klarsprak_forget_token" value="1"> %s</label>', esc_html__( 'Remove the saved token', 'klarsprak' ) ) : $field;
	}

	/**
	 * A list to choose from.
	 *
	 * @param string   $name    A key of the settings.
	 * @param string[] $options Labels by value.
	 * @param string   $chosen  The value that is chosen.
	 */
	private static function choice( string $name, array $options, string $chosen ): string {
		$html = '';
		foreach ( $options as $value => $label ) {
			$html .= sprintf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( $chosen, $value, false ), esc_html( $label ) );
		}
		return sprintf( '<select id="klarsprak-%s" name="%s[%s]">%s</select>', esc_attr( $name ), Settings::OPTION, esc_attr( $name ), $html );
	}

	/**
	 * A box for each post type that people see.
	 *
	 * @param string[] $chosen The types that are chosen.
	 */
	private static function types( array $chosen ): string {
		$html = '';
		foreach ( get_post_types( array( 'public' => true ), 'objects' ) as $type ) {
			if ( 'attachment' !== $type->name ) {
				$html .= sprintf( '<label><input type="checkbox" name="%s[types][]" value="%s"%s> %s</label><br>', Settings::OPTION, esc_attr( $type->name ), checked( in_array( $type->name, $chosen, true ), true, false ), esc_html( $type->labels->name ) );
			}
		}
		return '<fieldset>' . $html . '</fieldset>';
	}

	/** Labels of Settings::LEVELS. */
	private static function levels(): array {
		return array(
			'service'    => __( 'What the settings of the service say', 'klarsprak' ),
			'error'      => __( 'Errors', 'klarsprak' ),
			'warning'    => __( 'Errors and warnings', 'klarsprak' ),
			'suggestion' => __( 'Errors, warnings and suggestions', 'klarsprak' ),
		);
	}

	/** Labels of Settings::PROFILES. */
	private static function profiles(): array {
		return array(
			''          => __( 'The service decides', 'klarsprak' ),
			'webb'      => __( 'Web page', 'klarsprak' ),
			'press'     => __( 'Press release', 'klarsprak' ),
			'brev'      => __( 'Letter', 'klarsprak' ),
			'beslut'    => __( 'Decision', 'klarsprak' ),
			'rapport'   => __( 'Report', 'klarsprak' ),
			'protokoll' => __( 'Minutes', 'klarsprak' ),
			'lattlast'  => __( 'Easy to read', 'klarsprak' ),
			'strikt'    => __( 'Strict', 'klarsprak' ),
		);
	}

	/** Labels of Settings::CAPABILITIES. */
	private static function capabilities(): array {
		return array(
			'publish_posts'     => __( 'All who may publish', 'klarsprak' ),
			'edit_others_posts' => __( 'Editors and administrators', 'klarsprak' ),
			'manage_options'    => __( 'Administrators', 'klarsprak' ),
			'do_not_allow'      => __( 'Nobody', 'klarsprak' ),
		);
	}

	/** Labels of Settings::DOWN. */
	private static function silences(): array {
		return array(
			'draft' => __( 'Keep the text as a draft', 'klarsprak' ),
			'allow' => __( 'Let the text through, and say that it is not checked', 'klarsprak' ),
		);
	}

	/** Shows the latest rows of the log. */
	private static function show_log(): void {
		$entries = Store::latest( 50 );
		if ( array() === $entries ) {
			return;
		}
		$names = array(
			'waived'      => __( 'Exception made', 'klarsprak' ),
			'restored'    => __( 'Exception removed', 'klarsprak' ),
			'blocked'     => __( 'Stopped', 'klarsprak' ),
			'unavailable' => __( 'Kept as a draft: no answer', 'klarsprak' ),
			'unchecked'   => __( 'Published without a check', 'klarsprak' ),
		);
		$heads = array( __( 'When', 'klarsprak' ), __( 'Page', 'klarsprak' ), __( 'What', 'klarsprak' ), __( 'Who', 'klarsprak' ), __( 'Reason', 'klarsprak' ), __( 'Findings', 'klarsprak' ) );
		printf( '<h2>%s</h2><table class="widefat striped klarsprak-log"><thead><tr><th scope="col">%s</th></tr></thead><tbody>', esc_html__( 'Latest events', 'klarsprak' ), implode( '</th><th scope="col">', array_map( 'esc_html', $heads ) ) ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
		foreach ( $entries as $entry ) {
			$user  = get_userdata( $entry['user'] );
			$cells = array(
				wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), $entry['time'] ),
				get_the_title( $entry['post'] ),
				$names[ $entry['what'] ] ?? $entry['what'],
				$user ? $user->display_name : __( 'The system', 'klarsprak' ),
				$entry['reason'],
				implode( ' ', $entry['messages'] ),
			);
			printf( '<tr><td>%s</td></tr>', implode( '</td><td>', array_map( 'esc_html', $cells ) ) ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
		}
		echo '</tbody></table>';
	}
}
