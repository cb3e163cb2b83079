<?php
/**
 * Plugin Name:       Klarspråk
 * Description:       Checks Swedish texts for plain language while you write, and again before they are published.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       klarsprak
 * Domain Path:       /languages
 *
 * @package Klarsprak
 */

defined( 'ABSPATH' ) || exit;

define( 'KLARSPRAK_VERSION', '0.1.0' );
define( 'KLARSPRAK_FILE', __FILE__ );

foreach ( array( 'settings', 'text', 'service', 'store', 'gate', 'publishing', 'answers', 'rest', 'editor', 'classic', 'settings-page' ) as $klarsprak_part ) {
	require_once __DIR__ . '/includes/class-' . $klarsprak_part . '.php';
}
unset( $klarsprak_part );

add_action(
	'init',
	static function () {
		load_plugin_textdomain( 'klarsprak', false, dirname( plugin_basename( KLARSPRAK_FILE ) ) . '/languages' );
	}
);
Klarsprak\Publishing::hook();
Klarsprak\Answers::hook();
Klarsprak\Rest::hook();
Klarsprak\Editor::hook();
Klarsprak\Classic::hook();
Klarsprak\Settings_Page::hook();
